/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One short text for each way in which transcripts say who speaks. The texts are made up. */

#include "reading.h"

typedef struct
{
  const char *name;
  guint       n_turns;
  const char *speaker; /* or NULL */
  guint       n_speaker_turns;
  const char *text;
} Row;

static const Row rows[] = {
  { "wh-hyphen-apostrophe.txt", 6, "MS. JEAN-MARIE", 2,
    "MS. JEAN-MARIE:  Okay. The plan stands as it was published last week.\n\nQ  Who?\n\n"
    "DR. O’NEIL-SÁNCHEZ:  Me. The plan stands as it was published last week.\n\nQ  Why?\n\n"
    "MS. JEAN-MARIE:Yes. The plan stands as it was published last week.\n\nDR. O’NEIL-SÁNCHEZ:  No.\n" },
  { "wh-slips.txt", 9, "MS. VALE", 5,
    "MS. VALE:  Hi. The plan stands as it was published last week.\n\nQ  Who?\n\n"
    "MS VALE:  Me. The plan stands as it was published last week.\n\nQ  Why?\n\n"
    "M. VALE:  Yes. The plan stands as it was published last week.\n\nQ  When?\n\n"
    "MS. VALE.  No. The plan stands as it was published last week.\n\nQ  Really?\n\nMS. VALE:  Yes.\n" },
  { "state-dept.txt", 8, "MR MILLER", 4,
    "Department Press Briefing\n\nMR MILLER: Good afternoon. The plan stands as it was published last week.\n"
    "\nQUESTION: Thank you. Two things. The plan stands as it was published last week.\n\n"
    "MR MILLER: So I would say that —\n\nQUESTION: And —\n\n"
    "MR MILLER: — it is fine. The plan stands as it was published last week.\n\nQUESTION: Thanks.\n\n"
    "MR MILLER: Go ahead, Said.\n\nQUESTION: Thank you, Matt.\n" },
  { "nato.txt", 7, NULL, 0,
    "NATO Secretary General Jens Holm: Good morning. The plan stands as it was published last week.\n\n"
    "Oana Lund, NATO Spokesperson: First question, Reuters.\n\n"
    "Sabine Kerr (Reuters): Thank you. Will it be so?\n\n"
    "NATO Secretary General Jens Holm: It will. The plan stands as it was published last week.\n\n"
    "Oana Lund, NATO Spokesperson: BBC.\n\nJon Bell (BBC): And the costs?\n\n"
    "NATO Secretary General Jens Holm: They are known.\n" },
  { "bundespresse.txt", 7, NULL, 0,
    "Regierungspressekonferenz vom 12. März 2025\n\n"
    "StS HEBEL: Guten Tag. The plan stands as it was published last week.\n\n"
    "FRAGE JESSEN: Wann kommt das Gesetz?\n\nSTS HEBEL: Bald. The plan stands as it was published last week.\n"
    "\nZUSATZFRAGE JESSEN: Wann genau?\n\n"
    "STS HEBEL: Im Herbst. The plan stands as it was published last week.\n\nFRAGE WARWEG: Und die Kosten?\n\n"
    "DR. SASSE (AA): Dazu habe ich nichts. The plan stands as it was published last week.\n" },
  { "mfa-ru.txt", 6, "М.В.Захарова", 3,
    "Брифинг официального представителя\n\n"
    "Вопрос: Что вы можете сказать о переговорах, которые прошли вчера в столице?\n\n"
    "М.В.Захарова: Переговоры были полезными и будут продолжены на следующей неделе.\n\n"
    "Вопрос: Когда именно?\n\nМ.В.Захарова: Мы сообщим об этом дополнительно.\n\nВопрос: Спасибо.\n\n"
    "М.В.Захарова: Пожалуйста.\n" },
  { "mfa-ru-bold.md", 4, "С.В.Лавров", 2,
    "**Вопрос:** Что вы можете сказать?\n\n**С.В.Лавров:** Переговоры были полезными.\n\nМы их продолжим.\n\n"
    "**Вопрос (перевод с английского):** Когда?\n\n**С.В.Лавров:** Скоро.\n" },
  { "elysee.txt", 5, NULL, 0,
    "M. le Président : Bonjour à tous. The plan stands as it was published last week.\n\n"
    "Question : Pourquoi maintenant ?\n\n"
    "M. le Président : Parce que le moment est venu. The plan stands as it was published last week.\n\n"
    "Question : Et ensuite ?\n\nM. le Président : Nous verrons.\n" },
  { "it-domanda.txt", 5, NULL, 0,
    "PRESIDENTE MARIA ROSSI. Buongiorno. The plan stands as it was published last week.\n\n"
    "DOMANDA. Perché ora?\n\n"
    "PRESIDENTE MARIA ROSSI. Perché sì. The plan stands as it was published last week.\n\nDOMANDA. E poi?\n\n"
    "PRESIDENTE MARIA ROSSI. Vedremo. The plan stands as it was published last week.\n" },
  { "ja.txt", 6, "大臣", 3,
    "記者：本日の会見についてお伺いします。\n\n大臣：はい、お答えします。これは重要な問題です。\n\n記者：いつですか。\n\n大臣：来週です。\n\n記者：ありがとうございます。\n\n大臣：以上です。\n" },
  { "ja-name.txt", 6, NULL, 0,
    "（記者）本日の件ですが、いかがでしょうか。\n\n（答）検討しています。\n\n（記者）いつまでですか。\n\n（答）来週までです。\n\n（問）費用は。\n\n（答）未定です。\n" },
  { "zh.txt", 6, "毛宁", 3,
    "记者：请问发言人对此有何评论？\n\n毛宁：我们注意到了有关报道。\n\n记者：什么时候？\n\n毛宁：请关注后续消息。\n\n路透社记者：中方是否确认？\n\n毛宁：我没有更多信息。\n" },
  { "ar.txt", 6, "الوزير", 3,
    "سؤال: ما هو موقف الحكومة من هذا الموضوع؟\n\nالوزير: موقفنا واضح ولم يتغير منذ العام الماضي.\n\n"
    "سؤال: متى؟\n\nالوزير: قريباً.\n\nسؤال: شكراً.\n\nالوزير: عفواً.\n" },
  { "he.txt", 5, NULL, 0,
    "יו\"ר דנה כהן:\n\nשלום לכולם ותודה שבאתם.\n\nמשה לוי (הליכוד):\n\nתודה רבה גברתי.\n\nיו\"ר דנה כהן:\n\n"
    "בבקשה.\n\nמשה לוי (הליכוד):\n\nאני רוצה לשאול שאלה.\n\nיו\"ר דנה כהן:\n\nכן.\n" },
  { "el.txt", 4, "ΥΠΟΥΡΓΟΣ", 2,
    "ΔΗΜΟΣΙΟΓΡΑΦΟΣ: Τι έχετε να πείτε για το θέμα;\n\nΥΠΟΥΡΓΟΣ: Το θέμα έχει λήξει από χθες το βράδυ.\n\n"
    "ΔΗΜΟΣΙΟΓΡΑΦΟΣ: Και μετά;\n\nΥΠΟΥΡΓΟΣ: Θα δούμε.\n" },
  { "brackets.txt", 5, "Ann Vale", 3,
    "[Ann Vale] Good morning. The plan stands as it was published last week.\n\n[Otto Lind] Why now?\n\n"
    "[Ann Vale] Because. The plan stands as it was published last week.\n\n[laughter]\n\n[Otto Lind] I see.\n"
    "\n[Ann Vale] Yes.\n" },
  { "time-bracket-first.txt", 4, "Ann Vale", 2,
    "[00:00:05] Ann Vale: Good morning. The plan stands as it was published last week.\n"
    "[00:00:45] Otto Lind: Why now?\n"
    "[00:00:50] Ann Vale: Because. The plan stands as it was published last week.\n"
    "[00:01:05] Otto Lind: I see.\n" },
  { "time-paren-after.txt", 4, "Ann Vale", 2,
    "Ann Vale: (00:05)\nGood morning. The plan stands as it was published last week.\n\nOtto Lind: (00:45)\n"
    "Why now?\n\nAnn Vale: (00:50)\nBecause. The plan stands as it was published last week.\n\n"
    "Otto Lind: (01:05)\nI see.\n" },
  { "rev-text.txt", 4, "Speaker 0", 2,
    "Speaker 0    00:00:05    Good morning. The plan stands as it was published last week.\n"
    "Speaker 1    00:00:45    Why now?\n"
    "Speaker 0    00:00:50    Because. The plan stands as it was published last week.\n"
    "Speaker 1    00:01:05    I see.\n" },
  { "teams.txt", 4, NULL, 0,
    "0:0:0.0 --> 0:0:3.100\nAnn Vale\nGood morning. The plan stands as it was published last week.\n\n"
    "0:0:3.100 --> 0:0:8.0\nOtto Lind\nWhy now?\n\n0:0:8.0 --> 0:0:12.0\nAnn Vale\n"
    "Because. The plan stands as it was published last week.\n\n0:0:12.0 --> 0:0:15.0\nOtto Lind\nI see.\n" },
  { "word-transcribe.txt", 4, "Speaker 1", 2,
    "Transcript\n\n00:00:03 Speaker 1\nGood morning. The plan stands as it was published last week.\n\n"
    "00:00:33 Speaker 2\nWhy now?\n\n00:00:40 Speaker 1\n"
    "Because. The plan stands as it was published last week.\n\n00:01:03 Speaker 2\nI see.\n" },
  { "zoom-vtt.vtt", 3, "Ann Vale", 2,
    "WEBVTT\n\n1\n00:00:05.000 --> 00:00:09.000\nAnn Vale: Good morning, everybody.\n\n2\n"
    "00:00:09.000 --> 00:00:12.000\nAnn Vale: We begin now.\n\n3\n00:00:12.500 --> 00:00:15.000\n"
    "Otto Lind: Why now?\n\n4\n00:00:15.000 --> 00:00:19.000\nAnn Vale: Because it is time.\n" },
  { "teams-vtt.vtt", 2, "Ann Vale", 1,
    "WEBVTT\n\n3f/1-0\n00:00:05.000 --> 00:00:09.000\n<v Ann Vale>Good morning, everybody.</v>\n\n3f/1-1\n"
    "00:00:09.000 --> 00:00:12.000\n<v Ann Vale>We begin now.</v>\n\n3f/2-0\n00:00:12.500 --> 00:00:15.000\n"
    "<v Otto Lind>Why now?</v>\n" },
  { "srt-dash.srt", 3, NULL, 0,
    "1\n00:00:05,000 --> 00:00:09,000\n>> Good morning, everybody.\n\n2\n00:00:09,000 --> 00:00:12,000\n"
    "We begin now.\n\n3\n00:00:12,500 --> 00:00:15,000\n>> Why now?\n\n4\n00:00:15,000 --> 00:00:19,000\n"
    ">> Because it is time.\n" },
  { "srt-whisperx.srt", 2, "SPEAKER_00", 1,
    "1\n00:00:05,000 --> 00:00:09,000\n[SPEAKER_00]: Good morning, everybody.\n\n2\n"
    "00:00:09,000 --> 00:00:12,000\n[SPEAKER_00]: We begin now.\n\n3\n00:00:12,500 --> 00:00:15,000\n"
    "[SPEAKER_01]: Why now?\n" },
  { "bold-no-colon.md", 5, "Ann Vale", 3,
    "**Ann Vale** Good morning. The plan stands as it was published last week.\n\n**Otto Lind** Why now?\n\n"
    "**Ann Vale** Because. The plan stands as it was published last week.\n\n**Otto Lind** I see.\n\n"
    "**Ann Vale** Right.\n" },
  { "italic-q.md", 0, NULL, 0,
    "*Why did you do this now, of all times?*\n\n"
    "Because it was time. The plan stands as it was published last week.\n\n*And what comes next?*\n\n"
    "Nothing at all. The plan stands as it was published last week.\n\n*Are you sure about that?*\n\n"
    "I am. The plan stands as it was published last week.\n" },
  { "heading-labels.md", 4, "Ann Vale", 2,
    "## Ann Vale\n\nGood morning. The plan stands as it was published last week.\n\n## Otto Lind\n\nWhy now?\n"
    "\n## Ann Vale\n\nBecause. The plan stands as it was published last week.\n\n## Otto Lind\n\nI see.\n" },
  { "tabs.txt", 5, "Ann Vale", 3,
    "Ann Vale\tGood morning. The plan stands as it was published last week.\nOtto Lind\tWhy now?\n"
    "Ann Vale\tBecause. The plan stands as it was published last week.\nOtto Lind\tI see.\nAnn Vale\tRight.\n" },
  { "initials.txt", 6, "OL", 3,
    "Interview with Ann Vale (AV) by Otto Lind (OL)\n\nOL: Why now?\n\n"
    "AV: Because it is time. The plan stands as it was published last week.\n\nOL: And then?\n\n"
    "AV: We shall see. The plan stands as it was published last week.\n\nOL: Thanks.\n\nAV: Thank you.\n" },
  { "qa-dot.txt", 6, "Q", 3,
    "Q. Why now?\n\nA. Because it is time. The plan stands as it was published last week.\n\nQ. And then?\n\n"
    "A. We shall see. The plan stands as it was published last week.\n\nQ. Thanks.\n\nA. Thank you.\n" },
  { "court.txt", 8, "THE COURT", 2,
    "          THE COURT:  Good morning. The plan stands as it was published last week.\n\n"
    "          MR. KANE:  Good morning, Your Honor.\n\n          THE COURT:  Proceed.\n\n"
    "     Q    Where were you on that day?\n\n"
    "     A    I was at home. The plan stands as it was published last week.\n\n     Q    All day?\n\n"
    "     A    Yes, sir.\n\n          MR. KANE:  Nothing further.\n" },
  { "wrapped.txt", 4, "MS. VALE", 2,
    "MS. VALE:  Good afternoon, everybody. We have looked at this with a great\n"
    "deal of care, and the answer is that the plan of the U.S. and of HHS stands\n"
    "as it was published last week by the department, and that it will not be\nchanged in any way.\n\n"
    "Q  Is it true that the plan was seen by the\nDepartment of Labor before?\n\n"
    "MS. VALE:  It is not. What we said is that the plan was shown to some of\n"
    "the people who work on it, and that LGBTQ groups and others were asked for\n"
    "their views on it before it was published.\n\nQ  Thanks.\n" },
  { "press-release.txt", 0, NULL, 0,
    "CREDIT FREEZE: A NEW LAW\n\n"
    "WASHINGTON, D.C. – Senator Bell said on Tuesday that the bill would pass. “It is time,” Bell said.\n\n"
    "BACKGROUND: The bill was written in May by a group of senators from both parties.\n\n"
    "CONTACT: Ann Vale, 202-555-0100\n" },
  { "article.txt", 0, NULL, 0,
    "Lavrov: nothing has changed\n\n12 April\n\n"
    "The minister said that nothing had changed. “Nothing,” he said.\n\nHis point is: the treaty stands.\n\n"
    "But here is the thing: nobody reads it.\n\nPhoto: Agency\n" },
  { "note-labels.txt", 5, "MS. VALE", 3,
    "MS. VALE:  Good morning. The plan stands as it was published last week.\n\nQ  Why?\n\n"
    "MS. VALE:  There are three points. One: we wait.\n\nBottom line: it stands.\n\n"
    "NOTE: The figures were corrected later.\n\nQ  And?\n\nMS. VALE:  My question is: why not?\n" },
  { "cnn.txt", 6, NULL, 0,
    "JAKE TOPPER, CNN ANCHOR: Hello. The plan stands as it was published last week.\n\n"
    "ANN VALE, CNN CORRESPONDENT: Good morning, Jake. The plan stands as it was published last week.\n\n"
    "TOPPER: Why?\n\nVALE: Because. The plan stands as it was published last week.\n\n(BEGIN VIDEO CLIP)\n\n"
    "UNIDENTIFIED MALE: We saw it.\n\n(END VIDEO CLIP)\n\nTOPPER: Thanks.\n" },
  { "numbers.txt", 4, "Ann Vale", 2,
    "1  Ann Vale: Good morning. The plan stands as it was published last week.\n2  Otto Lind: Why now?\n"
    "3  Ann Vale: Because. The plan stands as it was published last week.\n4  Otto Lind: I see.\n" },
  { "clock-tab.txt", 4, "Ann Vale", 2,
    "0:05\tAnn Vale\tGood morning. The plan stands as it was published last week.\n0:45\tOtto Lind\tWhy now?\n"
    "0:50\tAnn Vale\tBecause. The plan stands as it was published last week.\n1:05\tOtto Lind\tI see.\n" },
  { "hash-time.txt", 4, "Ann Vale", 2,
    "Ann Vale: Good morning. The plan stands as it was published last week. #00:00:12-3#\n\n"
    "Otto Lind: Why now? #00:00:20-1#\n\n"
    "Ann Vale: Because. The plan stands as it was published last week. #00:00:30-0#\n\n"
    "Otto Lind: I see. #00:00:33-0#\n" },
  { "descript.md", 4, "Ann Vale", 2,
    "[00:00:05] **Ann Vale:** Good morning. The plan stands as it was published last week.\n\n"
    "[00:00:45] **Otto Lind:** Why now?\n\n"
    "[00:00:50] **Ann Vale:** Because. The plan stands as it was published last week.\n\n"
    "[00:01:45] **Otto Lind:** I see.\n" },
  { "trint.txt", 4, "Ann Vale", 2,
    "Ann Vale [00:00:05] Good morning. The plan stands as it was published last week.\n\n"
    "Otto Lind [00:00:45] Why now?\n\n"
    "Ann Vale [00:00:50] Because. The plan stands as it was published last week.\n\n"
    "Otto Lind [00:01:45] I see.\n" },
  { "dpe-txt.txt", 4, "ANN VALE", 2,
    "ANN VALE\t[00:00:05]\tGood morning. The plan stands as it was published last week.\n"
    "OTTO LIND\t[00:00:45]\tWhy now?\n"
    "ANN VALE\t[00:00:50]\tBecause. The plan stands as it was published last week.\n"
    "OTTO LIND\t[00:01:45]\tI see.\n" },
  { "transcribee.txt", 3, "Ann Vale", 2,
    "[00:00:05]\nAnn Vale:\nGood morning. The plan stands as it was published last week.\n\n[00:00:45]\n"
    "Otto Lind:\nWhy now?\n\n[00:00:50]\nAnn Vale:\nBecause. The plan stands as it was published last week.\n" },
  { "html-strong.html", 4, "MS. VALE", 2,
    "<html><head><title>Briefing</title></head><body><nav><a href=\"/\">Home</a><a href=\"/x\">News: all</a></nav><main><h1>Briefing</h1><p><strong>MS. VALE:</strong>&nbsp; Good morning. The plan stands as it was published last week.</p><p>Q&nbsp;&nbsp; Why?</p><p><strong>MS. VALE:</strong>&nbsp; Because. The plan stands as it was published last week.</p><p>And more.</p><p>Q&nbsp;&nbsp; Thanks.</p></main><footer><p>Contact: us</p></footer></body></html>" },
  { "html-br.html", 4, "Ann Vale", 2,
    "<html><body><table><tr><td><a href=x>Menu</a></td></tr><tr><td><b>Ann Vale:</b> Good morning. The plan stands as it was published last week.<br><br><b>Otto Lind:</b> Why?<br><br><b>Ann Vale:</b> Because. The plan stands as it was published last week.<br><br><b>Otto Lind:</b> I see.</td></tr></table></body></html>" },
  { "html-dl.html", 4, "Ann Vale", 2,
    "<html><body><dl><dt>Ann Vale</dt><dd>Good morning. The plan stands as it was published last week.</dd><dt>Otto Lind</dt><dd>Why?</dd><dt>Ann Vale</dt><dd>Because. The plan stands as it was published last week.</dd><dt>Otto Lind</dt><dd>I see.</dd></dl></body></html>" },
  { "html-class.html", 3, "Ann Vale", 2,
    "<html><body><div class=\"t\"><div class=\"line\"><span class=\"speaker\">Ann Vale</span><span class=\"text\">Good morning. The plan stands as it was published last week.</span></div><div class=\"line\"><span class=\"speaker\">Otto Lind</span><span class=\"text\">Why?</span></div><div class=\"line\"><span class=\"speaker\">Ann Vale</span><span class=\"text\">Because. The plan stands as it was published last week.</span></div></div></body></html>" },
  { "noscribe.html", 3, NULL, 0,
    "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.0//EN\"><html><head><meta charset=\"UTF-8\"></head><body><p>Transcribed with noScribe</p><p><a name=\"ts_0_5000_S00\">S00: Good morning, everybody.</a><a name=\"ts_5000_9000_S00\"> We begin.</a></p><p><a name=\"ts_9000_12000_S01\">S01: Why now?</a></p><p><a name=\"ts_12000_15000_S00\">S00: Because it is time.</a></p></body></html>" },
  { "hyperaudio.html", 3, "Ann Vale", 2,
    "<article><section><p><span data-m=\"4470\" data-d=\"0\" class=\"speaker\">[Ann Vale] </span><span data-m=\"4470\" data-d=\"270\">Good </span><span data-m=\"4740\" data-d=\"240\">morning. </span></p><p><span data-m=\"9470\" data-d=\"0\" class=\"speaker\">[Otto Lind] </span><span data-m=\"9470\" data-d=\"270\">Why </span><span data-m=\"9740\" data-d=\"240\">now? </span></p><p><span data-m=\"12470\" data-d=\"0\" class=\"speaker\">[Ann Vale] </span><span data-m=\"12470\" data-d=\"270\">Because. </span></p></section></article>" },
  { "csv-semicolon.csv", 3, "Ann Vale", 2,
    "Zeit;Sprecher;Text\n00:00:05;Ann Vale;\"Guten Morgen; schön.\"\n00:00:15;Otto Lind;Warum?\n"
    "00:00:25;Ann Vale;Darum.\n" },
  { "csv-noheads.csv", 4, "Ann Vale", 2,
    "00:00:05,Ann Vale,\"Good morning, everybody, and welcome to all.\"\n"
    "00:00:15,Otto Lind,\"Why now, of all times?\"\n"
    "00:00:25,Ann Vale,\"Because it is time, and that is all.\"\n"
    "00:00:35,Otto Lind,\"I see, thank you very much.\"\n" },
  { "json-sonix.json", 2, "Ann Vale", 1,
    "{\"name\":\"x\",\"transcript\":[{\"speaker\":\"Ann Vale\",\"start_time\":0.1,\"end_time\":2,\"words\":[{\"text\":\"Good \",\"start_time\":0.1,\"end_time\":0.4},{\"text\":\"morning.\",\"start_time\":0.4,\"end_time\":0.8}]},{\"speaker\":\"Otto Lind\",\"start_time\":3,\"end_time\":4,\"words\":[{\"text\":\"Why \",\"start_time\":3,\"end_time\":3.4},{\"text\":\"now?\",\"start_time\":3.4,\"end_time\":3.8}]}]}" },
  { "otr.otr", 4, "Ann Vale", 2,
    "{\"text\":\"<p><span class=\\\"timestamp\\\" contenteditable=\\\"false\\\" data-timestamp=\\\"2.1\\\">0:02</span><b>Ann Vale:</b> Good morning.</p><p><span class=\\\"timestamp\\\" data-timestamp=\\\"12.3\\\">0:12</span>Otto Lind: Why now?</p><p><span class=\\\"timestamp\\\" data-timestamp=\\\"22.3\\\">0:22</span>Ann Vale: Because.</p><p>Otto Lind: I see.</p>\",\"media\":\"x.mp3\",\"media-time\":12.5}" },
  { "json3.json3", 2, NULL, 0,
    "{\"wireMagic\":\"pb3\",\"events\":[{\"tStartMs\":0,\"dDurationMs\":5000,\"id\":1,\"wpWinPosId\":1},{\"tStartMs\":100,\"dDurationMs\":4000,\"wWinId\":1,\"segs\":[{\"utf8\":\">> good\",\"acAsrConf\":0},{\"utf8\":\" morning\",\"tOffsetMs\":300}]},{\"tStartMs\":2000,\"dDurationMs\":10,\"wWinId\":1,\"aAppend\":1,\"segs\":[{\"utf8\":\"\\n\"}]},{\"tStartMs\":4100,\"dDurationMs\":3000,\"wWinId\":1,\"segs\":[{\"utf8\":\">> why now\"}]}]}" },
};

static void
test_finds_the_turns (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (Reading) reading = reading_new_text (row->text, row->name);

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, row->n_turns);
  if (row->speaker != NULL)
    g_assert_cmpuint (reading_count_turns (reading, row->speaker), ==, row->n_speaker_turns);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/conventions/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_finds_the_turns);
    }

  return g_test_run ();
}
