/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A text that is one of many of a corpus: people and topics stand in files around it, and nothing else is read. */

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "presser-tei-check.h"
#include "presser-tei-file.h"

#define TEI      "xmlns=\"http://www.tei-c.org/ns/1.0\""
#define XINCLUDE "xmlns:xi=\"http://www.w3.org/2001/XInclude\""

typedef struct
{
  char *outside; /* a folder */
  char *folder;  /* of the corpus, in it */
} Fixture;

static char *
write_file (const char *folder,
            const char *name,
            const char *content)
{
  char            *path = g_build_filename (folder, name, NULL);
  g_autofree char *own_folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (own_folder, 0700), ==, 0);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);

  return path;
}

static void
put (const char *folder,
     const char *name,
     const char *content)
{
  g_autofree char *path = write_file (folder, name, content);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->outside = g_dir_make_tmp ("presser-corpus-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_build_filename (fixture->outside, "corpus", NULL);
  put (fixture->folder, "XX.xml",
       "<teiCorpus " TEI " " XINCLUDE "><teiHeader><encodingDesc><classDecl><xi:include href=\"topics.xml\"/></classDecl>"
       "<listPrefixDef><prefixDef ident=\"topic\" matchPattern=\"([a-z]+)\" replacementPattern=\"#t.$1\"/></listPrefixDef></encodingDesc>"
       "<profileDesc><particDesc><xi:include href=\"people.xml\"/><listOrg><org xml:id=\"o.green\" role=\"politicalParty\">"
       "<orgName full=\"abb\">GR</orgName><orgName full=\"yes\">The Greens</orgName></org></listOrg></particDesc></profileDesc></teiHeader>"
       "<xi:include href=\"2020/XX_2020-01-01.xml\"/></teiCorpus>");
  put (fixture->folder, "people.xml",
       "<listPerson " TEI "><person xml:id=\"Lund\"><persName><surname>Lund</surname><forename>Ada</forename></persName>"
       "<affiliation ref=\"#o.green\" role=\"member\"/></person><person xml:id=\"Silent\"><persName>Nobody Here</persName></person>"
       "<person xml:id=\"Moro\"><persName xml:lang=\"xx\">Ivo Moros</persName><persName xml:lang=\"en\">Ivo Moro</persName></person></listPerson>");
  put (fixture->folder, "topics.xml",
       "<taxonomy " TEI " xml:id=\"topics\"><category xml:id=\"t.tax\"><catDesc xml:lang=\"xx\"><term>Taxa</term></catDesc>"
       "<catDesc xml:lang=\"en\"><term>Taxes</term></catDesc><category xml:id=\"t.toll\"><catDesc>Toll</catDesc></category></category></taxonomy>");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GSubprocess) rm = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "rm", "-r", fixture->outside, NULL);

  g_assert_true (g_subprocess_wait_check (rm, NULL, NULL));
  g_free (fixture->folder);
  g_free (fixture->outside);
}

static PresserTeiFile *
open_part (Fixture    *fixture,
           const char *name,
           const char *header,
           const char *body)
{
  g_autofree char *xml = g_strdup_printf ("<TEI " TEI " " XINCLUDE "><teiHeader>%s</teiHeader><text><body><div>%s</div></body></text></TEI>", header, body);
  g_autofree char *path = write_file (fixture->folder, name, xml);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  PresserTeiFile *tei = presser_tei_file_new_at (bytes, file, name, &error);

  g_assert_no_error (error);

  return tei;
}

static void
test_names_and_topics_come_from_the_root_of_the_corpus (Fixture      *fixture,
                                                        gconstpointer data)
{
  g_autoptr (PresserTeiFile) tei = open_part (fixture, "2020/XX_2020-01-01.xml", "",
                                              "<u who=\"#Lund\"><seg>The <said who=\"#Moro\" ana=\"topic:toll\">toll</said>.</seg></u>");
  PresserDocument  *document = presser_tei_file_get_document (tei);
  PresserSpeaker   *lund = presser_document_get_speaker (document, "Lund");
  PresserSpeaker   *moro = presser_document_get_speaker (document, "Moro");
  PresserTopic     *toll = presser_document_get_topic (document, "t.toll");
  PresserTopic     *tax = presser_document_get_topic (document, "t.tax");
  PresserStatement *statement = presser_document_get_statement (document, "said.1");

  g_assert_cmpstr (presser_speaker_get_name (lund), ==, "Ada Lund");
  g_assert_cmpstr (presser_speaker_get_affiliation (lund), ==, "The Greens");
  g_assert_cmpstr (presser_speaker_get_name (moro), ==, "Ivo Moro");
  g_assert_null (presser_document_get_speaker (document, "Silent"));
  g_assert_cmpstr (presser_topic_get_label (tax), ==, "Taxes");
  g_assert_cmpstr (presser_topic_get_parent (toll), ==, "t.tax");
  g_assert_true (presser_statement_has_topic (statement, "t.toll"));
}

/* What is changed of them is written into the file at hand, and the others stay as they are. */
static void
test_changes_go_into_the_file_itself (Fixture      *fixture,
                                      gconstpointer data)
{
  g_autoptr (PresserTeiFile) tei = open_part (fixture, "2020/XX_2020-01-01.xml", "<fileDesc/>", "<u who=\"#Lund\"><seg>The toll.</seg></u>");
  PresserDocument *document = presser_tei_file_get_document (tei);
  PresserTopic    *toll = presser_document_get_topic (document, "t.toll");
  PresserSpeaker  *lund = presser_document_get_speaker (document, "Lund");
  g_autoptr (PresserTopic) relabelled = presser_topic_with_label (toll, "Tolls");
  g_autoptr (PresserSpeaker) renamed = presser_speaker_with_name (lund, "A. Lund");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) same = presser_tei_file_write (tei, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *xml = NULL;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (same, presser_tei_file_get_bytes (tei)));
  presser_document_replace_topic (document, toll, relabelled);
  presser_document_replace_speaker (document, lund, renamed);
  bytes = presser_tei_file_write (tei, &error);
  g_assert_no_error (error);
  xml = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (xml, "A. Lund"));
  g_assert_nonnull (strstr (xml, "Tolls"));
  g_assert_null (strstr (xml, "Moro"));
}

static guint
count_remarks (PresserTeiFile *tei)
{
  return g_strv_length ((char **) presser_tei_file_get_remarks (tei));
}

static void
test_nothing_outside_the_folder_is_read (Fixture      *fixture,
                                         gconstpointer data)
{
  static const char *const secret = "<listPerson " TEI "><person xml:id=\"Spy\"><persName>Secret</persName></person></listPerson>";
  g_autofree char         *link = g_build_filename (fixture->folder, "2020", "link.xml", NULL);
  g_autofree char         *outside = write_file (fixture->outside, "secret.xml", secret);
  g_autofree char         *header = g_strdup_printf ("<xi:include href=\"../../secret.xml\"/><xi:include href=\"%s\"/><xi:include href=\"file://%s\"/>"
                                                             "<xi:include href=\"link.xml\"/><xi:include href=\"http://localhost:9/x.xml\"/>",
                                                     outside, outside);
  g_autoptr (PresserTeiFile) tei = NULL;

  g_mkdir_with_parents (fixture->folder, 0700);
  put (fixture->folder, "2020/other.xml", "<TEI/>");
  g_assert_cmpint (symlink (outside, link), ==, 0);
  tei = open_part (fixture, "2020/part.xml", header, "<u who=\"#Spy\"><seg>Sh.</seg></u>");
  g_assert_cmpuint (count_remarks (tei), ==, 5);
  g_assert_cmpstr (presser_speaker_get_name (presser_document_get_speaker (presser_tei_file_get_document (tei), "Spy")), ==, "Spy");
}

/* A pipe that nobody writes to would be waited for. */
static void
test_only_ordinary_files_are_read (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe.xml", NULL);
  g_autoptr (PresserTeiFile) tei = NULL;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  tei = open_part (fixture, "part.xml", "<xi:include href=\"pipe.xml\"/><xi:include href=\".\"/><xi:include href=\"none.xml\"/>",
                   "<u who=\"#Lund\"><seg>Hm.</seg></u>");
  g_assert_cmpuint (count_remarks (tei), ==, 3);
}

static void
test_circles_end (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (PresserTeiFile) tei = NULL;

  put (fixture->folder, "a.xml", "<listPerson " TEI " " XINCLUDE "><xi:include href=\"b.xml\"/><xi:include href=\"part.xml\"/></listPerson>");
  put (fixture->folder, "b.xml",
       "<listPerson " TEI " " XINCLUDE "><xi:include href=\"a.xml\"/><person xml:id=\"Bo\"><persName>Bo B.</persName></person></listPerson>");
  tei = open_part (fixture, "part.xml", "<xi:include href=\"a.xml\"/>", "<u who=\"#Bo\"><seg>Hm.</seg></u>");
  g_assert_cmpuint (count_remarks (tei), ==, 0);
  g_assert_cmpstr (presser_speaker_get_name (presser_document_get_speaker (presser_tei_file_get_document (tei), "Bo")), ==, "Bo B.");
}

/* A corpus that includes other texts says nothing about this one. */
static void
test_a_strange_corpus_is_left_alone (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autoptr (PresserTeiFile) tei = open_part (fixture, "2020/XX_2021.xml", "", "<u who=\"#Lund\"><seg>Hm.</seg></u>");

  g_assert_cmpstr (presser_speaker_get_name (presser_document_get_speaker (presser_tei_file_get_document (tei), "Lund")), ==, "Lund");
}

static void
test_the_head_of_a_corpus_names_its_texts (Fixture      *fixture,
                                           gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "XX.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (presser_tei_file_new_at (bytes, file, "XX.xml", &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "2020/XX_2020-01-01.xml"));
}

static guint
count_findings (Fixture    *fixture,
                const char *name,
                const char *header,
                const char *body)
{
  g_autoptr (PresserTeiFile) tei = open_part (fixture, name, header, body);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = presser_tei_check (presser_tei_file_get_bytes (tei), file, NULL, NULL, &error);

  g_assert_no_error (error);

  return findings->len;
}

static void
test_the_check_follows_pointers_into_other_files (Fixture      *fixture,
                                                  gconstpointer data)
{
  static const char *const part = "2020/XX_2020-01-01.xml";
  static const char *const include = "<xi:include href=\"../people.xml\"/>";

  g_assert_cmpuint (count_findings (fixture, part, "", "<u who=\"#Lund\" ana=\"topic:toll\"><seg>A</seg></u>"), ==, 0);
  g_assert_cmpuint (count_findings (fixture, part, "", "<u who=\"#Lundt\" ana=\"topic:toll\"><seg>A</seg></u>"), ==, 1);
  g_assert_cmpuint (count_findings (fixture, part, "", "<u who=\"#Lund\" ana=\"topic:tall\"><seg>A</seg></u>"), ==, 1);
  g_assert_cmpuint (count_findings (fixture, part, include, "<u who=\"../people.xml#Lund\"><seg>A</seg></u>"), ==, 0);
  g_assert_cmpuint (count_findings (fixture, part, include, "<u who=\"../people.xml#Lundt\"><seg>A</seg></u>"), ==, 1);
  g_assert_cmpuint (count_findings (fixture, part, "<xi:include href=\"gone.xml\"/>", "<u><seg>A</seg></u>"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *,
                  gconstpointer);
  } tests[] = {
    { "/tei-corpus/names-and-topics-come-from-the-root-of-the-corpus", test_names_and_topics_come_from_the_root_of_the_corpus },
    { "/tei-corpus/changes-go-into-the-file-itself", test_changes_go_into_the_file_itself },
    { "/tei-corpus/nothing-outside-the-folder-is-read", test_nothing_outside_the_folder_is_read },
    { "/tei-corpus/only-ordinary-files-are-read", test_only_ordinary_files_are_read },
    { "/tei-corpus/circles-end", test_circles_end },
    { "/tei-corpus/a-strange-corpus-is-left-alone", test_a_strange_corpus_is_left_alone },
    { "/tei-corpus/the-head-of-a-corpus-names-its-texts", test_the_head_of_a_corpus_names_its_texts },
    { "/tei-corpus/the-check-follows-pointers-into-other-files", test_the_check_follows_pointers_into_other_files },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
