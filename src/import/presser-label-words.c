/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words were collected from the transcripts described in the design notes and from the style of press offices in
 * each language. They only ever make a label likelier or less likely; no label needs them to be found when it repeats. */

#include "presser-label-words.h"

#include <string.h>

#include "presser-characters.h"

typedef enum
{
  WORD_TITLE = 1 << 0,
  WORD_ROLE = 1 << 1,
  WORD_QUESTION = 1 << 2,
  WORD_UNNAMED = 1 << 3,
  WORD_FIELD = 1 << 4,
  WORD_PARTICLE = 1 << 5,
} WordKind;

typedef struct
{
  WordKind    kind;
  const char *words; /* parted by blanks; lower case, without dots */
} WordRow;

static const WordRow rows[] = {
  { WORD_TITLE, "mr mrs ms miss mx dr prof professor sir dame lord lady hon honourable honorable judge justice sen senator "
                "rep representative congressman congresswoman congressperson gov governor mayor ambassador amb general gen "
                "admiral adm colonel col captain capt major maj lieutenant lt sergeant sgt brigadier commander cmdr sheriff chief "
                "delegate councillor councilman councilwoman councilor councilmember alderman commissioner counselor baroness baron "
                "viscount king queen prince princess sultan sheikh imam rabbi father sister brother reverend rev pastor bishop archbishop cardinal pope" },
  { WORD_TITLE, "herr frau hr fr m mme mlle monsieur madame maître mtre sr sra srta señor señora don doña lic licenciado "
                "licenciada ing ingeniero doctor doctora maestro maestra sig signor signora dott dottor dottoressa on onorevole "
                "ssa senhor senhora dep deputado deputada pan pani poseł posłanka г-н г-жа господин госпожа пан пані "
                "abg abgeordneter abgeordnete staatssekretär staatssekretärin" },
  { WORD_TITLE, "מר גב' גברת ד\"ר דר פרופ חהכ הרב עו\"ד היור היו\"ר השר שר ח\"כ السيد السيدة الدكتور الوزير الرئيس" },
  { WORD_TITLE | WORD_ROLE, "president vice minister secretary chairman chairwoman chairperson chair speaker chancellor premier prime "
                            "director administrator spokesman spokeswoman spokesperson deputy acting assistant under undersecretary attorney "
                            "surgeon solicitor treasurer comptroller ombudsman rapporteur envoy "
                            "präsident präsidentin vizepräsident vizepräsidentin alterspräsident alterspräsidentin bundeskanzler bundeskanzlerin minister ministerin "
                            "bundesminister bundesministerin ministerpräsident ministerpräsidentin kanzler kanzlerin vorsitzender vorsitzende sprecher sprecherin "
                            "président présidente ministre secrétaire rapporteur rapporteure premier première porte-parole chancelier "
                            "presidente presidenta ministro ministra secretario secretaria vocero vocera portavoz canciller subsecretario subsecretaria "
                            "director directora primeiro gobernador gobernadora procurador fiscal comisionado coordinador coordinadora titular "
                            "sottosegretario portavoce presidência secretário secretária porta-voz "
                            "президент министр председатель премьер-министр прем'єр-міністр міністр голова представитель "
                            "prezydent minister premier marszałek przewodniczący przewodnicząca rzecznik rzeczniczka "
                            "主席 院長 部長 局長 社長 大臣 总理 主持人 发言人 部长 委員長" },
  { WORD_ROLE, "administration official senior government press defense defence state foreign interior treasury attorney general leader "
               "officer executive staff sergeant-at-arms clerk witness counsel host guest interpreter translator narrator announcer "
               "interviewer interviewee moderator operator aide court answer respondent panelist panellist facilitator "
               "dolmetscher moderation antwort moderador moderadora interprete intérprete traductor respuesta risposta réponse "
               "animateur animatrice modérateur modératrice moderatore relator resposta "
               "ответ переводчик ведущий ведущая модератор відповідь перекладач модератор odpowiedź tłumacz prowadzący תשובה מנחה جواب الجواب المذيع "
               "答 回答 司会 广报 広報 答え" },
  { WORD_QUESTION, "q frage zusatzfrage zusatzfragen nachfrage question questions questioner journalist journalists reporter reporters correspondent media frage fragen frager journalistin "
                   "journaliste pregunta preguntas interlocutor interlocutora reportero reportera periodista periodistas domanda giornalista pergunta "
                   "jornalista repórter вопрос журналист корреспондент питання запитання журналіст кореспондент pytanie dziennikarz dziennikarka "
                   "שאלה עיתונאי עיתונאית سؤال السؤال صحفي صحفية 質問 問 记者 記者 问 提问" },
  { WORD_UNNAMED, "moderator operator aide participant participants audience member members panelist attendee attendees man woman boy girl men women male female "
                  "voice voices speaker speakers unidentified unknown official officials staff interviewer interviewee host narrator announcer comment remark answer "
                  "interpreter translator crowd all student students teacher caller callers child people spokesperson senator senators "
                  "mann frau stimme sprecher sprecherin zuruf zurufe teilnehmer moderation dolmetscher antwort publikum "
                  "homme femme voix intervenant intervenante participant public réponse modérateur modératrice animateur animatrice "
                  "voz hombre mujer asistente asistentes moderador moderadora intervención respuesta público coro voces participante "
                  "voce uomo donna moderatore risposta pubblico homem moderador resposta "
                  "реплика голос ведущий ведущая модератор переводчик ответ участник участница из зала репліка відповідь ведучий głos prowadzący odpowiedź "
                  "קריאה קריאות תשובה מנחה جواب الجواب المذيع 答 回答 司会 広報 不明 主持人" },
  { WORD_FIELD, "subject subjects topic topics contact contacts date dates time times place venue location source sources photo photos image images video audio note notes "
                "press release releases for immediate embargo embargoed update updated correction corrections editor editors author authors by from to cc re fax tel telephone phone "
                "email e-mail mail web website url http https link links title headline summary abstract background agenda attendees present participants contents "
                "tags keywords category categories file files transcript transcription copyright credit credits disclaimer warning important example examples "
                "http https www bottom line conclusion introduction section chapter part article step item items figure table appendix annex see also and but first second "
                "third finally however therefore thus today media reference ref no number page pages language duration recorded published posted "
                "betreff datum ort zeit quelle quellen foto bild hinweis anmerkung kontakt thema themen tagesordnung tagesordnungspunkt anlage beginn ende schluss "
                "drucksache teilnehmer inhalt telefon autor von an objet date lieu source sources remarque sujet sujets contacto contact asunto fecha lugar fuente fuentes nota notas "
                "foto tema temas data luogo fonte fonti oggetto assunto local источник источники дата место фото тема темы примечание внимание тел "
                "źródło źródła data miejsce temat zdjęcie uwaga контакти джерело נושא תאריך מקור הערה סדר היום المصدر ملاحظة" },
  { WORD_FIELD, "inaudible laughter laughs applause crosstalk cross-talk cross talk unclear music silence pause indistinct unintelligible noise ends continues "
                "beifall heiterkeit lachen rires applaudissements aplausos risas applausi risate аплодисменты смех оплески brawa oklaski" },
  { WORD_PARTICLE, "of the for and de del della delle dei di da do dos das du des la le los las el von vom zu zur zum van den der ten ter af av y e und et i al bin ibn ben abu "
                   "für fuer und des auf für pour en y na ds dem im bei an en на по и в із з та ו של" },
};

static GHashTable *
fill_table (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = g_strsplit (rows[i].words, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        {
          char *key = presser_text_make_key (words[j], strlen (words[j]));
          guint kinds = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

          g_hash_table_insert (table, key, GUINT_TO_POINTER (kinds | rows[i].kind));
        }
    }

  return table;
}

static guint
look_up (const char *key,
         gsize       length)
{
  static GHashTable *table = NULL;
  char               word[64];

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, fill_table ());
  if (length == 0 || length >= sizeof word)
    return 0;

  memcpy (word, key, length);
  word[length] = '\0';
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, word));
}

/**
 * presser_word_is_title:
 * @key: a word as presser_text_make_key() makes it
 * @length: its bytes
 *
 * Returns: whether it stands in front of names
 */
gboolean
presser_word_is_title (const char *key,
                       gsize       length)
{
  return (look_up (key, length) & WORD_TITLE) != 0;
}

/**
 * presser_word_is_role:
 * @key: a word as presser_text_make_key() makes it
 * @length: its bytes
 *
 * Returns: whether it is an office or a part in an event
 */
gboolean
presser_word_is_role (const char *key,
                      gsize       length)
{
  return (look_up (key, length) & WORD_ROLE) != 0;
}

/**
 * presser_word_is_question:
 * @key: a word as presser_text_make_key() makes it
 * @length: its bytes
 *
 * Returns: whether it stands for a question by somebody unnamed
 */
gboolean
presser_word_is_question (const char *key,
                          gsize       length)
{
  return (look_up (key, length) & WORD_QUESTION) != 0;
}

/**
 * presser_word_is_unnamed:
 * @key: a word as presser_text_make_key() makes it
 * @length: its bytes
 *
 * Returns: whether it describes one of many people
 */
gboolean
presser_word_is_unnamed (const char *key,
                         gsize       length)
{
  return (look_up (key, length) & WORD_UNNAMED) != 0;
}

/**
 * presser_word_is_field:
 * @key: a word as presser_text_make_key() makes it
 * @length: its bytes
 *
 * Returns: whether it heads a note and not a speech
 */
gboolean
presser_word_is_field (const char *key,
                       gsize       length)
{
  return (look_up (key, length) & WORD_FIELD) != 0;
}

/**
 * presser_word_is_particle:
 * @key: a word as presser_text_make_key() makes it
 * @length: its bytes
 *
 * Returns: whether it is a small word inside names
 */
gboolean
presser_word_is_particle (const char *key,
                          gsize       length)
{
  return (look_up (key, length) & WORD_PARTICLE) != 0;
}

typedef struct
{
  guint    n;         /* all words but those in brackets */
  guint    n_capital; /* begin with a capital */
  guint    n_small;   /* begin with a small letter and are no particles */
  guint    n_caseless;
  guint    n_number;
  guint    n_role;   /* titles, offices, particles */
  guint    n_office; /* without particles */
  guint    n_title;
  guint    n_question;
  guint    n_unnamed;
  guint    n_field;
  guint    n_particle;
  gboolean has_office; /* behind a comma, where small letters are no matter */
  gboolean has_lower;  /* a small letter anywhere outside of brackets */
  gboolean has_upper;
} WordCount;

static void
count_letters (const char *word,
               const char *end,
               WordCount  *count)
{
  gunichar first = g_utf8_get_char (word);

  if (g_unichar_isdigit (first))
    count->n_number++;
  else if (g_unichar_isupper (first) || g_unichar_istitle (first))
    count->n_capital++;
  else if (presser_character_is_caseless (first))
    count->n_caseless++;

  for (; word < end; word = g_utf8_next_char (word))
    {
      gunichar character = g_utf8_get_char (word);

      count->has_lower = count->has_lower || g_unichar_islower (character);
      count->has_upper = count->has_upper || g_unichar_isupper (character);
    }
}

/* 法新社记者: scripts without spaces put the office behind the name in the same word. */
static gboolean
ends_with_office (const char *key)
{
  const char *end = key + strlen (key);

  if (end - key < 9 || !presser_character_is_dense (g_utf8_get_char (key)))
    return FALSE;

  return (look_up (end - 6, 6) & (WORD_TITLE | WORD_ROLE | WORD_QUESTION)) != 0;
}

static void
count_word (const char *word,
            const char *end,
            WordCount  *count)
{
  g_autofree char *key = presser_text_make_key (word, (gsize) (end - word));
  guint            kinds = look_up (key, strlen (key));
  gunichar         first;

  while (word < end && !g_unichar_isalnum (g_utf8_get_char (word)))
    word = g_utf8_next_char (word);
  if (word == end)
    return;

  first = g_utf8_get_char (word);
  count->n++;
  count_letters (word, end, count);
  count->n_small += g_unichar_islower (first) && (kinds & WORD_PARTICLE) == 0 && !count->has_office;
  count->n_role += (kinds & (WORD_ROLE | WORD_TITLE | WORD_UNNAMED | WORD_PARTICLE)) != 0;
  count->n_office += (kinds & (WORD_ROLE | WORD_TITLE | WORD_UNNAMED | WORD_QUESTION)) != 0;
  count->n_title += (kinds & WORD_TITLE) != 0 || ends_with_office (key);
  count->n_question += (kinds & WORD_QUESTION) != 0;
  count->n_unnamed += (kinds & WORD_UNNAMED) != 0;
  count->n_field += (kinds & WORD_FIELD) != 0;
  count->n_particle += (kinds & WORD_PARTICLE) != 0 && !g_unichar_isupper (first);
}

/* Words up to a bracket; what stands in brackets is a party, a paper or a remark. */
static void
count_words (const char        *text,
             const char        *end,
             WordCount         *count,
             PresserLabelShape *shape)
{
  while (text < end)
    {
      const char *word = presser_text_skip_blank (text, end);

      if (word < end && (*word == '(' || *word == '['))
        {
          shape->has_note = TRUE;
          break;
        }
      for (text = word; text < end && !presser_character_is_blank (g_utf8_get_char (text));)
        text = g_utf8_next_char (text);
      if (text > word)
        count_word (word, text, count);
      if (text > word && text[-1] == ',' && count->n_capital >= 2 && count->n_small == 0 && count->n_capital >= count->n - count->n_particle)
        count->has_office = TRUE;
    }
}

/* SPEAKER_00, spk_0, S01, Speaker 1, Unknown Speaker. */
static gboolean
looks_made_by_machine (const char *text,
                       gsize       length)
{
  g_autofree char         *key = presser_text_make_key (text, length);
  static const char *const starts[] = { "speaker", "spk", "spkr", "sprecher", "voice", "channel", "u_ukn", "unknown speaker" };
  const char              *rest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (starts) && rest == NULL; i++)
    if (g_str_has_prefix (key, starts[i]))
      rest = key + strlen (starts[i]);
  if (rest == NULL)
    return key[0] == 's' && strlen (key) == 3 && g_ascii_isdigit (key[1]) && g_ascii_isdigit (key[2]);

  rest += strspn (rest, " _-");
  return strspn (rest, "0123456789") == strlen (rest)
         || (strlen (rest) == 1 && g_ascii_isalpha (*rest) && rest[-1] != 'r');
}

/**
 * presser_label_get_shape:
 * @text: a label without its colon, UTF-8
 * @length: its bytes
 *
 * Returns: what it looks like
 */
PresserLabelShape
presser_label_get_shape (const char *text,
                         gsize       length)
{
  PresserLabelShape shape = { 0 };
  WordCount         count = { 0 };

  count_words (text, text + length, &count, &shape);
  shape.n_words = count.n - count.n_particle;
  shape.is_capitals = count.has_upper && !count.has_lower;
  shape.is_caseless = count.n_caseless > 0 && !count.has_lower && !count.has_upper;
  shape.is_name = count.n_capital > 0 && count.n_small == 0;
  shape.is_handle = count.n == 1 && count.n_small == 1 && count.n_number == 0;
  shape.has_title = count.n_title > 0;
  shape.is_machine = looks_made_by_machine (text, length);
  shape.is_role = count.n_office > 0 && count.n_role + count.n_question + count.n_number == count.n
                  && count.n_particle + count.n_number < count.n;
  shape.is_question = count.n_question > 0 && count.n_question + count.n_unnamed + count.n_number >= count.n;
  shape.is_unnamed = shape.is_machine || shape.is_question
                     || (count.n_unnamed > 0 && shape.is_role);
  shape.is_field = count.n_field > 0 && (count.n_field + count.n_particle + count.n_number >= count.n || count.n_small > 0)
                   && !shape.is_question;

  return shape;
}
