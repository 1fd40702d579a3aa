/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading.h"

#include <string.h>

static void
test_splits_a_briefing_into_turns (void)
{
  g_autoptr (Reading) reading = reading_new_fixture ("briefing.txt");
  PresserSpeaker *reporter = presser_document_find_speaker (reading_get_document (reading), "Q");
  PresserSpeaker *lund = presser_document_find_speaker (reading_get_document (reading), "MS. LUND");

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 9);
  g_assert_cmpuint (reading_count_turns (reading, "MS. LUND"), ==, 3);
  g_assert_cmpuint (reading_count_turns (reading, "Q"), ==, 3);
  g_assert_cmpuint (reading_count_turns (reading, "AUDIENCE MEMBER"), ==, 1);
  g_assert_true (presser_speaker_is_unnamed (reporter));
  g_assert_false (presser_speaker_is_unnamed (lund));
  g_assert_cmpstr (presser_speaker_get_name (lund), ==, "Ms. Lund");
  g_assert_true (presser_speaker_is_called (lund, "MS LUND"));
}

static void
test_joins_wrapped_lines (void)
{
  g_autoptr (Reading) reading = reading_new_fixture ("briefing.txt");
  g_autofree char *first = reading_dup_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 0);
  g_autofree char *second = reading_dup_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 1);

  g_assert_cmpstr (first, ==, "Good afternoon, everyone. Two things at the top, and then I will take your questions. The tolls on "
                              "the northern line will fall in May.");
  g_assert_cmpstr (second, ==, "The second is shorter: the new bays are open.");
}

static void
test_keeps_people_with_one_surname_apart_and_says_so (void)
{
  g_autoptr (Reading) reading = reading_new_fixture ("briefing.txt");

  g_assert_cmpuint (reading_count_turns (reading, "DR. BERG"), ==, 1);
  g_assert_cmpuint (reading_count_turns (reading, "MINISTER BERG"), ==, 1);
  g_assert_true (reading_has_remark (reading, "DR. BERG"));
}

static void
test_finds_no_turns_in_a_report (void)
{
  g_autoptr (Reading) reading = reading_new_fixture ("report.txt");

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 0);
  g_assert_cmpuint (reading_count_speakers (reading), ==, 0);
}

static void
test_reads_labels_alone_on_their_line (void)
{
  g_autoptr (Reading) reading = reading_new_fixture ("parliament-cr.txt");
  PresserSpeaker *weber = presser_document_find_speaker (reading_get_document (reading), "Dr. Jan Weber (XYZ)");

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 5);
  g_assert_cmpuint (reading_count_speakers (reading), ==, 2);
  g_assert_nonnull (weber);
  g_assert_true (presser_speaker_is_called (weber, "Dr. Jan Weber, Bundesminister für besondere Aufgaben"));
  g_assert_cmpuint (reading_count_kind (reading, PRESSER_PARAGRAPH_STAGE), >=, 1);
}

static void
test_reads_names_below_dividing_lines (void)
{
  g_autoptr (Reading) reading = reading_new_fixture ("rules.txt");

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 5);
  g_assert_cmpuint (reading_count_speakers (reading), ==, 3);
  g_assert_cmpuint (reading_count_turns (reading, "PRESIDENTA MARÍA LUNA PAZ"), ==, 3);
  g_assert_cmpuint (reading_count_turns (reading, "LAS FECHAS"), ==, 0);
}

static void
test_reads_times_beside_names (void)
{
  g_autoptr (Reading) reading = reading_new_fixture ("otter.txt");
  PresserDocument *document = reading_get_document (reading);
  gint64           last = PRESSER_TIME_UNKNOWN;

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 4);
  /* A first name alone may be somebody else: proposed, not merged. */
  g_assert_cmpuint (reading_count_speakers (reading), ==, 3);
  for (guint i = 0; i < presser_document_get_n_paragraphs (document); i++)
    last = MAX (last, presser_paragraph_get_start_time (presser_document_get_paragraph (document, i)));
  g_assert_cmpint (last, ==, 62000);
}

static void
test_reads_times_above_labels (void)
{
  g_autoptr (Reading) reading = reading_new_fixture ("flight.txt");
  PresserDocument *document = reading_get_document (reading);
  gint64           last = PRESSER_TIME_UNKNOWN;

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 3);
  g_assert_cmpuint (reading_count_turns (reading, "CV-12"), ==, 1);
  for (guint i = 0; i < presser_document_get_n_paragraphs (document); i++)
    last = MAX (last, presser_paragraph_get_start_time (presser_document_get_paragraph (document, i)));
  g_assert_cmpint (last, ==, (60 * 60 + 59) * 1000); /* days, hours, minutes, seconds: 0, 1, 0, 59 */
}

static void
test_reads_handles (void)
{
  g_autoptr (Reading) reading = reading_new_fixture ("handles.txt");

  g_assert_cmpuint (reading_count_turns (reading, "anna"), ==, 3);
  g_assert_cmpuint (reading_count_turns (reading, "bob77"), ==, 3);
}

static void
test_reads_a_transcript_on_one_line (void)
{
  g_autoptr (Reading) reading = reading_new_text ("<NAME>CHAIR BERG</NAME>. Good afternoon. <NAME>ANNA LUND</NAME>. Thank you. "
                                                  "<NAME>CHAIR BERG</NAME>. Please.",
                                                  "one-line.txt");

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 3);
  g_assert_cmpuint (reading_count_turns (reading, "CHAIR BERG"), ==, 2);
}

/* Each convention in a few lines: how many turns, and of whom. */
typedef struct
{
  const char *text;
  guint       n_turns;
  const char *speaker;
  guint       n_of_speaker;
} Convention;

static const Convention conventions[] = {
  { "PRIME MINISTER:\n\nWe agree.\n\nJOURNALIST:\n\nWhen?\n\nPRIME MINISTER:\n\nIn May.\n", 3, "PRIME MINISTER", 2 },
  { "Question: When will it be?\n\nAnna Lund: In May.\n\nQuestion: And the bridge?\n\nAnna Lund: Later.\n", 4, "Anna Lund", 2 },
  { "Minister of Roads Anna Lund: Good day.\n\nQuestion: When?\n\nAnna Lund: In May.\n\nAnna Lund: Or June.\n", 4, "Anna Lund", 3 },
  { "CHAIR BERG. Good day.\n\nANNA LUND. Thank you.\n\nCHAIR BERG. Please.\n\nANNA LUND. When?\n\nPETER HOLM. Now.\n", 5, "CHAIR BERG", 2 },
  { "SPEAKER_00: Hello.\nSPEAKER_01: Hello.\nSPEAKER_00: Bye.\n", 3, "SPEAKER_00", 2 },
  { "[SPEAKER_00]: Hello.\n[SPEAKER_01]: Hello.\n", 2, "SPEAKER_01", 1 },
  { ">> ANNA LUND: Hello.\n>> Why is that?\n>> ANNA LUND: It is.\n", 3, "ANNA LUND", 2 },
  { "Devin Lund: Hello.\nDL: Again.\nMark Holm: Yes.\nMH: Yes.\nDL: So.\nMH: No.\n", 6, "Devin Lund", 3 },
  { "היו\"ר דן כהן:\nבוקר טוב.\nרות לוי:\nתודה.\nהיו\"ר דן כהן:\nבבקשה.\nרות לוי:\nאני ממשיכה.\n", 4, "רות לוי", 2 },
  { "Вопрос: Когда?\n\nАнна Лунд: В мае.\n\nВопрос: А мост?\n\nАнна Лунд: Позже.\n", 4, "Анна Лунд", 2 },
  { "0:08:20 (質問)朝日新聞 田中記者\n0:09:37 (回答)山本社長\n0:10:00 (回答)山本社長\n", 3, "山本社長", 2 },
  { "Chairman Holm. Order, please.\n\nSenator Lund. Thank you.\n\nChairman Holm. Go on.\n\nSenator Lund. Mr. Berg said so.\n", 4, "Senator Lund", 2 },
  { "Le Président. – Bonjour.\n\nJournaliste. – Quand ?\n\nLe Président. – En mai.\n\nJournaliste. – Merci.\n", 4, "Le Président", 2 },
  { "P. ¿Cuándo abre?\n\nR. En mayo.\n\nP. ¿Y después?\n\nR. Nada.\n", 4, "R", 2 },
  { "[00:00:03] Speaker 1 Good morning.\n\n[00:00:10] Speaker 2 Thanks.\n\n[00:00:15] Speaker 1 So.\n", 3, "Speaker 1", 2 },
  { "法新社记者：何时签署？\n\n王明：五月。\n\n路透社记者：还有吗？\n\n王明：没有。\n", 4, "王明", 2 },
  { "StS Holm: Guten Tag.\n\nFrage: Wann?\n\nStS Holm: Bald.\n\nZusatzfrage: Und dann?\n\nWagner (AA): Später.\n", 5, "Frage", 2 },
  { "MR. HOLM: Yes.\n\nM\302\255R. HOLM: No.\n\nQ\302\240\302\240 Why?\n", 3, "MR. HOLM", 2 },
};

static void
test_knows_the_conventions (gconstpointer data)
{
  const Convention *convention = data;
  g_autoptr (Reading) reading = reading_new_text (convention->text, "talk.txt");

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, convention->n_turns);
  g_assert_cmpuint (reading_count_turns (reading, convention->speaker), ==, convention->n_of_speaker);
}

static const char *const no_talks[] = {
  "CREDIT FREEZE: The bill allows it.\n\nSAFEGUARDS: Firms must have them.\n\nNOTICE: It must be given.\n",
  "Subjects: roads; ferries.\n\nThe minister spoke. My question is: why?\n\nAnd let us not forget: it was promised.\n",
  "Contact: the press office.\nContact: the other office.\nDate: 4 May 2026\nDate: none\n",
  "The time was 17:30 when they met.\nSee https://example.org for more.\nNote: no more.\nNote: that is all.\n",
  "He went on.\nU.S. officials said no.\nHHS agreed with them.\nI — no.\n",
};

static void
test_takes_no_headings_for_labels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (no_talks); i++)
    {
      g_autoptr (Reading) reading = reading_new_text (no_talks[i], "no-talk.txt");

      g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/turns/splits-a-briefing-into-turns", test_splits_a_briefing_into_turns);
  g_test_add_func ("/turns/joins-wrapped-lines", test_joins_wrapped_lines);
  g_test_add_func ("/turns/keeps-people-with-one-surname-apart-and-says-so", test_keeps_people_with_one_surname_apart_and_says_so);
  g_test_add_func ("/turns/finds-no-turns-in-a-report", test_finds_no_turns_in_a_report);
  g_test_add_func ("/turns/reads-labels-alone-on-their-line", test_reads_labels_alone_on_their_line);
  g_test_add_func ("/turns/reads-names-below-dividing-lines", test_reads_names_below_dividing_lines);
  g_test_add_func ("/turns/reads-times-beside-names", test_reads_times_beside_names);
  g_test_add_func ("/turns/reads-times-above-labels", test_reads_times_above_labels);
  g_test_add_func ("/turns/reads-handles", test_reads_handles);
  g_test_add_func ("/turns/reads-a-transcript-on-one-line", test_reads_a_transcript_on_one_line);
  for (guint i = 0; i < G_N_ELEMENTS (conventions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/turns/knows-the-conventions/%u", i);

      g_test_add_data_func (path, &conventions[i], test_knows_the_conventions);
    }
  g_test_add_func ("/turns/takes-no-headings-for-labels", test_takes_no_headings_for_labels);

  return g_test_run ();
}
