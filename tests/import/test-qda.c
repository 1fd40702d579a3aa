/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Projects as other programs write them: each counts, nests and names a little differently. */

#include <string.h>

#include <archive.h>
#include <archive_entry.h>

#include "presser-qda-places.h"
#include "reading.h"

#define HEAD     "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"Tunnel\">"
#define CODEBOOK "<CodeBook><Codes>"                                                                                              \
                 "<Code guid=\"{AAAAAAAA-0000-4000-8000-000000000001}\" name=\"Money\" isCodable=\"true\">"                       \
                 "<Description>What it costs</Description>"                                                                       \
                 "<Code guid=\"aaaaaaaa-0000-4000-8000-000000000002\" name=\"Tolls\" isCodable=\"true\"/></Code>"                 \
                 "<Code guid=\"aaaaaaaa-0000-4000-8000-000000000003\" name=\"Marta Lund\" isCodable=\"true\" color=\"#ff0000\"/>" \
                 "</Codes></CodeBook>"
#define CODING(code) "<Coding guid=\"bbbbbbbb-0000-4000-8000-00000000000" code "\"><CodeRef targetGUID=\"aaaaaaaa-0000-4000-8000-00000000000" code "\"/></Coding>"
#define TEXT         "Good morning \xF0\x9F\x99\x82.\r\nNo toll \xF0\x9F\x9A\x87 before 2030.\r\nThe pumps are old.\r\n"

typedef struct
{
  const char *path;
  const char *content;
} Member;

static GBytes *
pack (const Member *members,
      guint         n_members)
{
  static char     buffer[1 << 20];
  gsize           used = 0;
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, sizeof buffer, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_members; i++)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, members[i].path);
      archive_entry_set_size (entry, (la_int64_t) strlen (members[i].content));
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      archive_write_data (archive, members[i].content, strlen (members[i].content));
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);

  return g_bytes_new (buffer, used);
}

/* A project of one text, in a folder of the case that the standard's own sample has. */
static Reading *
read_project (const char *project,
              const char *text)
{
  const Member members[] = { { "project.qde", project }, { "Sources/one.txt", text } };
  g_autoptr (GBytes) bytes = pack (members, text != NULL ? 2 : 1);

  return reading_new (bytes, "tunnel.qdpx");
}

static PresserStatement *
get_statement (Reading *reading,
               guint    place)
{
  GListModel *statements = presser_document_get_statements (reading_get_document (reading));
  g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, place);

  g_assert_nonnull (statement);
  return statement;
}

static void
assert_quote (Reading    *reading,
              guint       place,
              const char *expected)
{
  g_autofree char *quote = presser_document_dup_quote (reading_get_document (reading), get_statement (reading, place));

  g_assert_cmpstr (quote, ==, expected);
}

static guint
count_statements (Reading *reading)
{
  return g_list_model_get_n_items (presser_document_get_statements (reading_get_document (reading)));
}

#define SOURCE(inside) "<Sources><TextSource guid=\"cccccccc-0000-4000-8000-000000000001\" name=\"one\" plainTextPath=\"internal://one.txt\">" inside "</TextSource></Sources>"
#define SELECTION(number, name, start, end, inside)                                                                     \
  "<PlainTextSelection guid=\"dddddddd-0000-4000-8000-00000000000" number "\" name=\"" name "\" startPosition=\"" start \
  "\" endPosition=\"" end "\">" inside "</PlainTextSelection>"

static void
test_codes_are_topics (void)
{
  static const char project[] = HEAD CODEBOOK SOURCE (SELECTION ("1", "No toll 🚇 before 2030.", "16", "38", "<Description>check</Description>" CODING ("2"))) "</Project>";
  g_autoptr (Reading) reading = read_project (project, TEXT);
  PresserDocument *document = reading_get_document (reading);
  PresserTopic    *tolls = presser_document_find_topic (document, "Tolls");
  PresserTopic    *money = presser_document_find_topic (document, "Money");

  assert_quote (reading, 0, "No toll 🚇 before 2030.");
  g_assert_nonnull (tolls);
  g_assert_cmpstr (presser_topic_get_parent (tolls), ==, presser_topic_get_id (money));
  g_assert_cmpstr (presser_topic_get_definition (money), ==, "What it costs");
  g_assert_true (presser_statement_has_topic (get_statement (reading, 0), presser_topic_get_id (tolls)));
  g_assert_cmpstr (presser_statement_get_note (get_statement (reading, 0)), ==, "check");
  g_assert_cmpint (presser_statement_get_status (get_statement (reading, 0)), ==, PRESSER_STATUS_DRAFT);
}

/* The same words, as programs count them that count UTF-16 units, bytes, or two for a line end. */
static void
test_every_count_is_understood (gconstpointer data)
{
  g_autoptr (Reading) reading = read_project (data, TEXT);

  g_assert_cmpuint (count_statements (reading), ==, 2);
  assert_quote (reading, 0, "No toll 🚇 before 2030.");
  assert_quote (reading, 1, "The pumps are old.");
}

#define COUNTED(start, end, other_start, other_end)                                         \
  HEAD CODEBOOK SOURCE (SELECTION ("1", "No toll 🚇 before 2030.", start, end, CODING ("2")) \
                            SELECTION ("2", "The pumps are old.", other_start, other_end, CODING ("1"))) "</Project>"

static const char *const counted[] = {
  COUNTED ("16", "38", "39", "57"),
  COUNTED ("17", "39", "41", "59"),
  COUNTED ("17", "40", "41", "59"),
  COUNTED ("18", "41", "43", "61"),
  COUNTED ("19", "44", "45", "63"),
  COUNTED ("20", "45", "47", "65"),
};

static void
test_cases_are_speakers (void)
{
  static const char project[] = HEAD CODEBOOK
      "<Variables><Variable guid=\"eeeeeeee-0000-4000-8000-000000000001\" name=\"Role\" typeOfVariable=\"Text\"/></Variables>"
      "<Cases><Case guid=\"ffffffff-0000-4000-8000-000000000001\"><SourceRef targetGUID=\"cccccccc-0000-4000-8000-000000000001\"/></Case>"
      "<Case guid=\"ffffffff-0000-4000-8000-000000000002\" name=\"Marta Lund\"><CodeRef targetGUID=\"aaaaaaaa-0000-4000-8000-000000000003\"/>"
      "<VariableValue><VariableRef targetGUID=\"eeeeeeee-0000-4000-8000-000000000001\"/><TextValue>Minister</TextValue></VariableValue></Case>"
      "<Case guid=\"ffffffff-0000-4000-8000-000000000003\" name=\"Jun Oda\"><SelectionRef targetGUID=\"DDDDDDDD-0000-4000-8000-000000000002\"/></Case></Cases>" SOURCE (SELECTION ("1", "No toll", "16", "23", CODING ("3") CODING ("2")) SELECTION ("2", "The pumps", "39", "48", "")) "</Project>";
  g_autoptr (Reading) reading = read_project (project, TEXT);
  PresserDocument *document = reading_get_document (reading);
  PresserSpeaker  *lund = presser_document_get_speaker (document, presser_statement_get_speaker (get_statement (reading, 0)));
  PresserSpeaker  *oda = presser_document_get_speaker (document, presser_statement_get_speaker (get_statement (reading, 1)));

  g_assert_cmpstr (presser_speaker_get_name (lund), ==, "Marta Lund");
  g_assert_cmpstr (presser_speaker_get_role (lund), ==, "Minister");
  g_assert_cmpstr (presser_speaker_get_name (oda), ==, "Jun Oda");
  g_assert_null (presser_document_find_topic (document, "Marta Lund"));
}

static void
test_linked_parts_are_one_statement (void)
{
  static const char project[] = HEAD CODEBOOK
                    SOURCE (SELECTION ("1", "Good", "0", "4", CODING ("1")) SELECTION ("2", "No toll", "16", "23", CODING ("1"))
                                SELECTION ("3", "pumps", "43", "48", CODING ("2"))) "<Links><Link guid=\"99999999-0000-4000-8000-000000000001\" direction=\"Associative\" originGUID=\"dddddddd-0000-4000-8000-000000000001\""
                                                                                    " targetGUID=\"dddddddd-0000-4000-8000-000000000002\"/>"
                                                                                    "<Link guid=\"99999999-0000-4000-8000-000000000002\" originGUID=\"dddddddd-0000-4000-8000-000000000002\" targetGUID=\"dddddddd-0000-4000-8000-000000000003\"/></Links>"
                                                                                    "</Project>";
  g_autoptr (Reading) reading = read_project (project, TEXT);

  /* What is coded differently is linked for another reason. */
  g_assert_cmpuint (count_statements (reading), ==, 2);
  assert_quote (reading, 0, "Good No toll");
  assert_quote (reading, 1, "pumps");
}

static void
test_links_in_a_circle_lose_nothing (void)
{
  static const char project[] = HEAD CODEBOOK
                    SOURCE (SELECTION ("1", "Good", "0", "4", CODING ("1")) SELECTION ("2", "No toll", "16", "23", CODING ("1"))) "<Links><Link guid=\"99999999-0000-4000-8000-000000000001\" originGUID=\"dddddddd-0000-4000-8000-000000000001\" targetGUID=\"dddddddd-0000-4000-8000-000000000002\"/>"
                                                                                                                                  "<Link guid=\"99999999-0000-4000-8000-000000000002\" originGUID=\"dddddddd-0000-4000-8000-000000000002\" targetGUID=\"dddddddd-0000-4000-8000-000000000001\"/></Links>"
                                                                                                                                  "</Project>";
  g_autoptr (Reading) reading = read_project (project, TEXT);

  g_assert_cmpuint (count_statements (reading), ==, 1);
  assert_quote (reading, 0, "Good No toll");
}

static void
test_what_is_left_out_is_said (void)
{
  static const char project[] = HEAD CODEBOOK
      "<Sources><TextSource guid=\"cccccccc-0000-4000-8000-000000000001\" name=\"one\" plainTextPath=\"internal://one.txt\">" SELECTION ("1", "No toll", "16", "23", CODING ("1"))
          SELECTION ("2", "nowhere", "900", "910", CODING ("1")) SELECTION ("3", "quite other words", "0", "4", CODING ("1")) SELECTION ("4", "", "-5", "x", CODING ("1")) "</TextSource><TextSource guid=\"cccccccc-0000-4000-8000-000000000002\" name=\"two\" plainTextPath=\"internal://../../two.txt\"/>"
                                                                                                                                                                           "<PictureSource guid=\"cccccccc-0000-4000-8000-000000000003\" name=\"map\"/></Sources>"
                                                                                                                                                                           "<Notes><Note guid=\"77777777-0000-4000-8000-000000000001\"><PlainTextContent>memo</PlainTextContent></Note></Notes>"
                                                                                                                                                                           "<Sets><Set guid=\"77777777-0000-4000-8000-000000000002\" name=\"all\"/></Sets></Project>";
  g_autoptr (Reading) reading = read_project (project, TEXT);

  g_assert_cmpuint (count_statements (reading), ==, 2);
  g_assert_true (reading_has_remark (reading, "2 selections have no place"));
  g_assert_true (reading_has_remark (reading, "1 selection does not hold the words"));
  g_assert_true (reading_has_remark (reading, "“two” is not in the project"));
  g_assert_true (reading_has_remark (reading, "1 source that is no text"));
  g_assert_true (reading_has_remark (reading, "1 memo"));
  g_assert_true (reading_has_remark (reading, "1 set or graph"));
}

static void
test_several_texts_stand_one_after_the_other (void)
{
  static const char project[] = HEAD CODEBOOK
      "<Sources><TextSource guid=\"cccccccc-0000-4000-8000-000000000001\" name=\"Morning\"><PlainTextContent>No toll.\nGood.</PlainTextContent>" SELECTION ("1", "Good.", "9", "14", CODING ("1")) "</TextSource><TextSource guid=\"cccccccc-0000-4000-8000-000000000002\" name=\"Evening\"><PlainTextContent>Good. [00:12] The pumps.</PlainTextContent>" SELECTION ("2", "The pumps.", "14", "24", CODING ("2")) "</TextSource></Sources></Project>";
  g_autoptr (Reading) reading = read_project (project, NULL);

  assert_quote (reading, 0, "Good.");
  assert_quote (reading, 1, "The pumps.");
  g_assert_cmpuint (presser_statement_get_extent (get_statement (reading, 1)).start, >,
                    presser_statement_get_extent (get_statement (reading, 0)).end);
}

static void
test_damaged_projects_are_refused (void)
{
  static const char *const damaged[] = {
    "",
    "<Project",
    "<CodeBook/>",
    HEAD "</Project>",
    "<!DOCTYPE Project [<!ENTITY a 'aaaaaaaaaa'>]><Project name='x'>&a;</Project>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      const Member members[] = { { "project.qde", damaged[i] } };
      g_autoptr (GBytes) bytes = pack (members, 1);
      g_autofree char *message = reading_dup_failure (bytes, "tunnel.qdpx");

      g_assert_nonnull (strstr (message, "tunnel.qdpx"));
    }
}

static void
test_aligned_texts_differ_in_blanks_only (void)
{
  g_autoptr (GArray) places = presser_qda_align (" a\t🙂\n\nb ", "a 🙂\nb");
  g_autoptr (GArray) longer = presser_qda_align ("a", "a b");
  g_autoptr (GArray) other = presser_qda_align ("a b", "a c");

  g_assert_nonnull (places);
  g_assert_cmpuint (places->len, ==, 8);
  g_assert_cmpuint (g_array_index (places, guint, 1), ==, 0);
  g_assert_cmpuint (g_array_index (places, guint, 3), ==, 2);
  g_assert_cmpuint (g_array_index (places, guint, 6), ==, 4);
  g_assert_cmpuint (g_array_index (places, guint, 0), ==, G_MAXUINT);
  g_assert_null (longer);
  g_assert_null (other);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/qda/codes-are-topics", test_codes_are_topics);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      g_autofree char *path = g_strdup_printf ("/qda/every-count-is-understood-%u", i);

      g_test_add_data_func (path, counted[i], test_every_count_is_understood);
    }
  g_test_add_func ("/qda/cases-are-speakers", test_cases_are_speakers);
  g_test_add_func ("/qda/linked-parts-are-one-statement", test_linked_parts_are_one_statement);
  g_test_add_func ("/qda/links-in-a-circle-lose-nothing", test_links_in_a_circle_lose_nothing);
  g_test_add_func ("/qda/what-is-left-out-is-said", test_what_is_left_out_is_said);
  g_test_add_func ("/qda/several-texts-stand-one-after-the-other", test_several_texts_stand_one_after_the_other);
  g_test_add_func ("/qda/damaged-projects-are-refused", test_damaged_projects_are_refused);
  g_test_add_func ("/qda/aligned-texts-differ-in-blanks-only", test_aligned_texts_differ_in_blanks_only);

  return g_test_run ();
}
