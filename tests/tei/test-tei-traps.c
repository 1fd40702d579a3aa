/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Other people's TEI, in every encoding and with either line end: opened and saved it is the same file; tagged, it is the same file
 * with what Presser put in; and that taken out again by simple means leaves the same bytes. On small files of our own, one for each
 * trap, and on the samples where they are to be had. */

#include <glib.h>
#include <string.h>

#include "tei-testing.h"
#include "tei-validating.h"

#define N_STATEMENTS 20
#define HEADER                                                                                                                  \
  "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>N</p></publicationStmt><sourceDesc><p>N</p>" \
  "</sourceDesc></fileDesc></teiHeader>"
#define TEI "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">"

typedef struct
{
  const char *name;
  const char *xml;
} Trap;

static const Trap traps[] = {
  { "quotes and white space in tags, an instruction close behind another, no last line end",
    "<?xml version='1.0'  encoding='UTF-8' ?><?xml-model href=\"a.rng\"?><?b c?>\n<!-- before -->\n<TEI xmlns='http://www.tei-c.org/ns/1.0'\n\txml:id = 'x' >\n" HEADER
    "<text >\n<body\n>\n<p rend='it' n=\"1\" >One two three four. Five six.</p ><p></p><p/>\n\t<p\n\t>Seven eight nine.</p>\n</body></text></TEI>" },
  { "an internal subset, and a DTD that is not there",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE TEI SYSTEM \"missing.dtd\" [\n  <!ENTITY who 'the minister'>\n  <!ENTITY eacute \"&#233;\">\n]>\n" TEI HEADER
    "<text><body><p>Then &who; spoke of a caf&eacute; &amp; of &lt;more&gt; &#x201C;words&#8221; than &who;.</p></body></text></TEI>\n" },
  { "sections that hold markup as text",
    TEI HEADER "<text><body><p>Before <![CDATA[a <b> & c ]] > d]]> between <![CDATA[second]]> behind.</p><p><![CDATA[only this one]]></p></body></text></TEI>" },
  { "a prefix for everything, and a namespace that is not TEI",
    "<tei:TEI xmlns:tei=\"http://www.tei-c.org/ns/1.0\" xmlns:o=\"urn:o\">\n  <tei:teiHeader><tei:fileDesc><tei:titleStmt><tei:title>T</tei:title></tei:titleStmt>"
    "<tei:publicationStmt><tei:p>N</tei:p></tei:publicationStmt><tei:sourceDesc><tei:p>N</tei:p></tei:sourceDesc></tei:fileDesc></tei:teiHeader>\n"
    "  <tei:text><tei:body><tei:p>One <o:x>two three</o:x> four <tei:hi>five six</tei:hi> seven.</tei:p></tei:body></tei:text>\n</tei:TEI>\n" },
  { "both: a default namespace and a prefix for the same",
    "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xmlns:t=\"http://www.tei-c.org/ns/1.0\">" HEADER
    "<text><body><t:p>One two <hi>three four</hi> five.</t:p><p>Six <t:hi>seven eight</t:hi> nine.</p></body></text></TEI>" },
  { "places where said has no room",
    TEI HEADER "<text><body><div><head>On <date>14 March 2026</date> at <time>nine thirty</time></head><p>See <bibl>A Book of Rules</bibl>, said on <date>that long day</date>.</p>"
               "<p><s><w>Alpha</w> <w>beta</w><pc>,</pc> <w>gamma</w> <w>delta</w><pc>.</pc></s></p></div></body></text></TEI>" },
  { "verse and stage directions",
    TEI HEADER "<text><body><div><sp who=\"#a\"><speaker>First.</speaker><l part=\"I\">Shall we go</l></sp><sp who=\"#b\"><speaker>Second.</speaker><l part=\"F\">or stay here?</l>"
               "<stage>They wait.</stage><p>Well <stage>aside</stage> then, let us <hi>go on</hi> now.</p></sp></div></body></text></TEI>" },
  { "statements of others, with and without ids, in chains and in each other",
    TEI HEADER "<text><body><p>He <said who='#x'>said one <said xml:id=\"q1\" next='#q2'>thing and</said></said> then <said xml:id=\"q2\" prev=\"#q1\">another one</said>. "
               "<q who=\"#y\">Quoted words</q> came after.</p></body></text></TEI>" },
  { "notes, noises, gaps and breaks in speech",
    TEI HEADER "<text><body><div><note type=\"speaker\">MR. A:</note><u who=\"#a\"><seg>We will <gap reason=\"inaudible\"/> go <note place=\"foot\">a note</note> on <pause/> and "
               "<unclear>may be</unclear> stop.</seg><kinesic><desc>applause</desc></kinesic><pb n=\"2\"/><seg>Thank <lb/>you all.</seg><vocal><desc>laughs</desc></vocal></u>"
               "<u who=\"#b\">Bare words <incident><desc>door</desc></incident> in a turn.</u></div></body></text></TEI>" },
  { "letters of many scripts, decomposed ones, and ids made of them",
    TEI HEADER "<text><body><p xml:id=\"\xCE\xB8\xCE\xAD\xCE\xBC\xCE\xB1\">\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 \xD8\xA8\xD9\x83\xD9\x85 cafe\xCC\x81 a\xC2\xA0"
               "b \xF0\x9F\x98\x80 \xEF\xBF\xBD end</p>"
               "<p>\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD0\xBF\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82 \xE4\xBD\xA0\xE5\xA5\xBD</p></body></text></TEI>" },
  { "a corpus of two texts",
    "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">" HEADER "<TEI>" HEADER "<text><body><p>The first text of two.</p></body></text></TEI><TEI>" HEADER
    "<text><body><p>The second text of them.</p></body></text></TEI></teiCorpus>" },
  { "tabs, white space that counts, text between blocks",
    TEI "\n\t" HEADER "\n\t<text xml:space=\"preserve\">\n\t\t<body>\n\t\t\t<p>One  two\n\t\t\t   three <hi> four </hi> five</p>\n\t\t\t<list>\n\t\t\t\t<item>six <list><item>seven</item></list> eight</item>\n"
        "\t\t\t</list>\n\t\t</body>\n\t</text>\n</TEI>\n" },
  { "lists that are there already",
    TEI "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>N</p></publicationStmt><sourceDesc><p>N</p></sourceDesc></fileDesc>"
        "<encodingDesc><classDecl><taxonomy xml:id=\"own\"><category xml:id=\"c1\"><catDesc>One</catDesc></category></taxonomy></classDecl></encodingDesc>"
        "<profileDesc><particDesc><listPerson><person xml:id=\"a\"><persName>A</persName></person></listPerson></particDesc></profileDesc></teiHeader>"
        "<standOff><listEvent><event><desc>E</desc></event></listEvent></standOff><text><body><p>Some words of <date>one day</date> here.</p></body></text></TEI>" },
};

/* Variants. */

static char *
with_encoding (const char *xml,
               const char *encoding)
{
  const char      *end = strncmp (xml, "<?xml ", 6) == 0 ? strstr (xml, "?>") : NULL;
  g_autofree char *declaration = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"%s\"?>", encoding);

  return g_strconcat (declaration, end != NULL ? end + 2 : xml, NULL);
}

/* NULL if the encoding cannot hold it. */
static GBytes *
encode (const char *xml,
        const char *encoding)
{
  g_autofree char *declared = with_encoding (xml, encoding);
  gsize            length;
  char            *bytes = g_convert (declared, -1, encoding, "UTF-8", NULL, &length, NULL);

  return bytes == NULL ? NULL : g_bytes_new_take (bytes, length);
}

static char *
with_line_end (const char *xml)
{
  g_auto (GStrv) plain = g_strsplit (xml, "\r\n", -1);
  g_autofree char *joined = g_strjoinv ("\n", plain);
  g_auto (GStrv) lines = g_strsplit (joined, "\n", -1);

  return g_strjoinv ("\r\n", lines);
}

/* Cutting out what was put in. */

static char *
cut (const char *text,
     const char *pattern)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DOTALL, 0, &error);
  char *result;

  g_assert_no_error (error);
  result = g_regex_replace_literal (regex, text, -1, 0, "", 0, &error);
  g_assert_no_error (error);

  return result;
}

static gboolean
is_our_tag (const char *tag,
            const char *prefix)
{
  g_autofree char *start = g_strdup_printf ("<%ssaid xml:id=\"zz", prefix);

  return g_str_has_prefix (tag, start);
}

/* The tags of our statements; of their ends only those that belong to them. */
static char *
cut_tags (const char *text,
          const char *prefix)
{
  GString         *result = g_string_new (NULL);
  g_autofree char *begin = g_strdup_printf ("<%ssaid", prefix);
  g_autofree char *end = g_strdup_printf ("</%ssaid>", prefix);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (gboolean));

  for (const char *p = text; *p != '\0';)
    {
      const char *close = NULL;
      gboolean    is_ours = FALSE;

      if (g_str_has_prefix (p, "<![CDATA["))
        close = strstr (p, "]]>") + 3;
      else if (g_str_has_prefix (p, "<!--"))
        close = strstr (p, "-->") + 3;
      else if (g_str_has_prefix (p, begin) && strchr (" \t\r\n>", p[strlen (begin)]) != NULL)
        {
          close = strchr (p, '>') + 1;
          is_ours = is_our_tag (p, prefix);
          g_array_append_val (open, is_ours);
        }
      else if (g_str_has_prefix (p, end) && open->len > 0)
        {
          close = p + strlen (end);
          is_ours = g_array_index (open, gboolean, open->len - 1);
          g_array_set_size (open, open->len - 1);
        }
      else
        close = p + 1;
      if (!is_ours)
        g_string_append_len (result, p, close - p);
      p = close;
    }

  return g_string_free (result, FALSE);
}

static gboolean
has_element (const char *xml,
             const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("<([A-Za-z]+:)?%s[\\s/>]", name);

  return g_regex_match_simple (pattern, xml, 0, 0);
}

static char *
cut_all (const char *written,
         const char *original)
{
  static const char *const elements[] = {
    "\\s*<P?category xml:id=\"st\\.draft\">.*?</P?category>",
    "\\s*<P?taxonomy xml:id=\"status\">\\s*<P?desc>[^<]*</P?desc>\\s*</P?taxonomy>",
    "\\s*<P?annotation xml:id=\"zz[0-9]+\".*?</P?annotation>",
    "\\s*<P?listAnnotation type=\"statements\">\\s*</P?listAnnotation>",
    " xml:id=\"b\\.[0-9]+\"",
  };
  static const char *const containers[] = { "classDecl", "encodingDesc", "standOff" };
  g_autofree char         *without_tei = cut_tags (written, "tei:");
  g_autofree char         *without_t = cut_tags (without_tei, "t:");
  char                    *text = cut_tags (without_t, "");

  for (guint i = strstr (original, "xml:id=\"st.draft\"") != NULL ? 2 : 0; i < G_N_ELEMENTS (elements); i++)
    {
      g_auto (GStrv) parts = g_strsplit (elements[i], "P?", -1);
      g_autofree char *pattern = g_strjoinv ("(?:[A-Za-z]+:)?", parts);
      char            *shorter = cut (text, pattern);

      g_free (text);
      text = shorter;
    }
  for (guint i = 0; i < G_N_ELEMENTS (containers); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("\\s*<(?:[A-Za-z]+:)?%s>\\s*</(?:[A-Za-z]+:)?%s>", containers[i], containers[i]);
      char            *shorter = has_element (original, containers[i]) ? NULL : cut (text, pattern);

      if (shorter == NULL)
        continue;
      g_free (text);
      text = shorter;
    }
  if (strstr (original, "]]><![CDATA[") == NULL)
    {
      char *joined = cut (text, "\\]\\]><!\\[CDATA\\[");

      g_free (text);
      text = joined;
    }

  return text;
}

/* Tagging. */

static guint
pick (GRand *rand,
      guint  limit)
{
  return limit == 0 ? 0 : (guint) g_rand_int_range (rand, 0, (gint32) limit);
}

static PresserRange
pick_range (GRand           *rand,
            PresserDocument *document)
{
  guint        length = presser_text_get_length (presser_document_get_text (document));
  PresserRange range = { pick (rand, length), 0 };
  PresserRange paragraph = presser_document_get_paragraph_range (document, presser_document_find_paragraph (document, range.start));

  range.end = MIN (length, range.start + 1 + pick (rand, pick (rand, 3) == 0 ? 400 : 30));
  if (pick (rand, 4) == 0)
    range.start = paragraph.start;
  if (pick (rand, 4) == 0)
    range.end = MAX (range.start, paragraph.end);

  /* As somebody would who selects words. */
  while (range.start < range.end && g_unichar_isspace (presser_text_get_character (presser_document_get_text (document), range.start)))
    range.start++;
  while (range.start < range.end && g_unichar_isspace (presser_text_get_character (presser_document_get_text (document), range.end - 1)))
    range.end--;

  return range;
}

static void
tag_at_random (PresserTeiFile *file,
               guint           seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  PresserDocument *document = presser_tei_file_get_document (file);

  for (guint i = 0; i < N_STATEMENTS; i++)
    {
      PresserRange     range = pick_range (rand, document);
      g_autofree char *id = g_strdup_printf ("zz%u", i);
      g_autoptr (PresserStatement) statement = NULL;
      g_autofree char *quote = NULL;

      if (presser_range_is_empty (range))
        continue;
      statement = presser_statement_new (id, &range, 1);
      quote = presser_document_dup_quote (document, statement);
      if (*g_strstrip (quote) != '\0')
        presser_document_add_statement (document, statement);
    }
}

static void
assert_comes_back (PresserTeiFile *file,
                   PresserTeiFile *again)
{
  GListModel      *statements = presser_document_get_statements (presser_tei_file_get_document (file));
  g_autofree char *text = dup_text (file);
  g_autofree char *same = dup_text (again);

  g_assert_cmpstr (text, ==, same);
  g_assert_cmpuint (presser_tei_file_get_strays (again)->len, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (statements), ==,
                    g_list_model_get_n_items (presser_document_get_statements (presser_tei_file_get_document (again))));
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);
      PresserStatement *other = presser_document_get_statement (presser_tei_file_get_document (again), presser_statement_get_id (statement));
      g_autofree char  *quote = g_strstrip (presser_document_dup_quote (presser_tei_file_get_document (file), statement));
      g_autofree char  *again_quote = presser_document_dup_quote (presser_tei_file_get_document (again), other);

      g_assert_cmpstr (quote, ==, again_quote);
    }
}

static PresserTeiFile *
open_bytes (GBytes     *bytes,
            const char *name)
{
  g_autoptr (GError) error = NULL;
  PresserTeiFile *file = presser_tei_file_new (bytes, name, &error);

  if (file == NULL)
    g_test_message ("%s: not opened: %s", name, error->message);

  return file;
}

static char *
decode (GBytes     *bytes,
        const char *encoding)
{
  g_autoptr (GError) error = NULL;
  char *text = g_convert (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "UTF-8", encoding, NULL, NULL, &error);

  g_assert_no_error (error);

  return text;
}

static void
check_variant (GBytes     *bytes,
               const char *encoding,
               const char *name)
{
  for (PresserTeiPlacement placement = PRESSER_TEI_IN_TEXT; placement <= PRESSER_TEI_BESIDE; placement++)
    {
      g_autoptr (PresserTeiFile) file = open_bytes (bytes, name);
      g_autoptr (PresserTeiFile) again = NULL;
      g_autofree char *original = NULL;
      g_autofree char *written = NULL;
      g_autofree char *left = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) same = NULL;
      g_autoptr (GBytes) tagged = NULL;

      g_assert_nonnull (file);
      same = presser_tei_file_write (file, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (same, bytes));
      /* What Presser wrote moves with the choice. */
      if (placement == PRESSER_TEI_STAND_OFF && g_list_model_get_n_items (presser_document_get_statements (presser_tei_file_get_document (file))) > 0)
        continue;
      if (!presser_tei_file_set_placement (file, placement))
        continue;

      tag_at_random (file, g_bytes_hash (bytes));
      tagged = presser_tei_file_write (file, &error);
      g_assert_no_error (error);
      if (placement == PRESSER_TEI_BESIDE)
        {
          g_assert_true (g_bytes_equal (tagged, bytes));
          continue;
        }
      again = open_bytes (tagged, name);
      assert_comes_back (file, again);
      original = decode (bytes, encoding);
      written = decode (tagged, encoding);
      if (placement == PRESSER_TEI_STAND_OFF)
        {
          char *plain = cut (written, " subtype=\"standOff\"");

          g_free (written);
          written = plain;
        }
      left = cut_all (written, original);
      if (strcmp (left, original) != 0)
        g_test_message ("%s (%s) was\n%s\nand is\n%s\ncut to\n%s", name, encoding, original, written, left);
      g_assert_true (strcmp (left, original) == 0);
      if (strcmp (encoding, "UTF-8") == 0 && is_valid (original) && !is_valid (written))
        g_error ("%s is not valid any more:\n%s", name, written);
    }
}

static void
check_file (const char *xml,
            const char *name)
{
  static const char *const encodings[] = { "UTF-8", "UTF-16", "ISO-8859-1" };
  const char              *plain = g_str_has_prefix (xml, "\xEF\xBB\xBF") ? xml + 3 : xml;
  g_autofree char         *windows = with_line_end (plain);
  const char              *texts[] = { plain, windows };
  g_autoptr (GBytes) as_is = g_bytes_new (xml, strlen (xml));
  g_autoptr (PresserTeiFile) file = open_bytes (as_is, name);

  if (file == NULL)
    return;
  check_variant (as_is, "UTF-8", name);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    for (guint text = 0; text < G_N_ELEMENTS (texts); text++)
      {
        g_autoptr (GBytes) bytes = encode (texts[text], encodings[i]);

        if (bytes != NULL)
          check_variant (bytes, encodings[i], name);
      }
}

static void
test_trap (gconstpointer data)
{
  const Trap      *trap = data;
  g_autofree char *with_mark = g_strconcat ("\xEF\xBB\xBF", trap->xml, NULL);
  g_autoptr (GBytes) marked = g_bytes_new (with_mark, strlen (with_mark));

  check_file (trap->xml, trap->name);
  check_variant (marked, "UTF-8", trap->name);
}

static void
check_folder (const char *path,
              guint      *n_files)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = folder == NULL ? NULL : g_dir_read_name (folder);

  for (; name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *xml = NULL;

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        check_folder (child, n_files);
      else if (g_str_has_suffix (name, ".xml") && g_file_get_contents (child, &xml, NULL, NULL))
        {
          check_file (xml, name);
          ++*n_files;
        }
    }
}

static void
test_samples (gconstpointer data)
{
  const char      *shared = g_getenv ("PRESSER_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : ".", data, NULL);
  guint            n_files = 0;

  check_folder (path, &n_files);
  if (n_files == 0)
    g_test_skip ("the samples are not here");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (traps); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tei/traps/%s", traps[i].name);

      g_test_add_data_func (path, &traps[i], test_trap);
    }
  g_test_add_data_func ("/tei/traps/samples", "samples/tei", test_samples);
  g_test_add_data_func ("/tei/traps/examples", "tei/examples", test_samples);

  return g_test_run ();
}
