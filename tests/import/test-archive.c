/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-archive.h"

#include <string.h>

#include <archive.h>
#include <archive_entry.h>

#include "presser-error.h"
#include "reading.h"

typedef struct
{
  const char *path;
  const char *content;
  gsize       length;
} Member;

/* A ZIP file in memory. */
static GBytes *
pack (const Member *members,
      guint         n_members)
{
  gsize           room = 1 << 20, used = 0;
  char           *buffer = NULL;
  struct archive *archive = archive_write_new ();

  for (guint i = 0; i < n_members; i++)
    room += members[i].length;
  buffer = g_malloc (room);
  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, room, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_members; i++)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, members[i].path);
      archive_entry_set_size (entry, (la_int64_t) members[i].length);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      archive_write_data (archive, members[i].content, members[i].length);
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);

  return g_bytes_new_take (buffer, used);
}

static GBytes *
pack_word (const char *body)
{
  g_autofree char  *document = g_strdup_printf ("<?xml version='1.0'?><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
                                                 "<w:body>%s</w:body></w:document>",
                                                body);
  static const char core[] = "<?xml version='1.0'?><p xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>A talk</dc:title></p>";
  Member            members[] = {
               { "../../evil", "x", 1 },
               { "word/document.xml", document, strlen (document) },
               { "docProps/core.xml", core, sizeof core - 1 },
  };

  return pack (members, G_N_ELEMENTS (members));
}

static void
test_reads_word (void)
{
  g_autoptr (GBytes) file = pack_word ("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Anna Lund</w:t></w:r><w:r><w:t xml:space='preserve'>: We </w:t></w:r>"
                                       "<w:del><w:r><w:delText>won't </w:delText></w:r></w:del><w:ins><w:r><w:t>will</w:t></w:r></w:ins></w:p>"
                                       "<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>And more.</w:t></w:r></w:p>"
                                       "<w:p><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>Question: When?</w:t></w:r></w:p>"
                                       "<w:p><w:r><w:t>Anna Lund: May.</w:t></w:r></w:p><w:p><w:r><w:t>Question: Sure?</w:t></w:r></w:p>");
  g_autoptr (Reading) reading = reading_new (file, "talk.doc");
  g_autofree char *first = reading_dup_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 0);

  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_FILE_FORMAT), ==, "docx");
  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_TITLE), ==, "A talk");
  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 4);
  g_assert_cmpuint (reading_count_turns (reading, "Anna Lund"), ==, 2);
  g_assert_cmpstr (first, ==, "We will");
}

static void
test_reads_open_document (void)
{
  static const char content[] = "<?xml version='1.0'?><office:document-content xmlns:office='o' xmlns:style='s' xmlns:text='t' xmlns:fo='f'>"
                                "<office:automatic-styles><style:style style:name='T1'><style:text-properties fo:font-weight='bold'/></style:style>"
                                "</office:automatic-styles><office:body><office:text><text:h>Part one</text:h>"
                                "<text:p><text:span text:style-name='T1'>Anna</text:span><text:s text:c='2'/>We will<text:note>no</text:note></text:p>"
                                "<text:p><text:span text:style-name='T1'>Ben</text:span> When?</text:p>"
                                "<text:p><text:span text:style-name='T1'>Anna</text:span> In<text:line-break/>May.</text:p>"
                                "<text:p><text:span text:style-name='T1'>Ben</text:span> Yes.</text:p></office:text></office:body></office:document-content>";
  Member            members[] = {
               { "mimetype", "application/vnd.oasis.opendocument.text", 39 },
               { "content.xml", content, sizeof content - 1 },
  };
  g_autoptr (GBytes) file = pack (members, G_N_ELEMENTS (members));
  g_autoptr (Reading) reading = reading_new (file, "talk.odt");
  g_autofree char *heading = reading_dup_paragraph (reading, PRESSER_PARAGRAPH_HEADING, 0);
  g_autofree char *first = reading_dup_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 0);

  g_assert_cmpuint (reading_count_turns (reading, "Anna"), ==, 2);
  g_assert_cmpuint (reading_count_turns (reading, "Ben"), ==, 2);
  g_assert_cmpstr (heading, ==, "Part one");
  g_assert_cmpstr (first, ==, "We will");
}

static void
assert_notes (Reading *reading)
{
  g_autofree char *speech = reading_dup_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 0);
  g_autofree char *foot = reading_dup_paragraph (reading, PRESSER_PARAGRAPH_NOTE, 0);
  g_autofree char *comment = reading_dup_paragraph (reading, PRESSER_PARAGRAPH_NOTE, 1);

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 4);
  g_assert_cmpstr (speech, ==, "We will sign.");
  g_assert_cmpstr (foot, ==, "In May.");
  g_assert_cmpstr (comment, ==, "Bo: Check this.");
}

static void
test_notes_and_comments_of_word_stay_notes (void)
{
  static const char document[] = "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Anna Lund: We will</w:t><w:footnoteReference w:id='2'/>"
                                 "<w:t xml:space='preserve'> sign.</w:t><w:commentReference w:id='0'/></w:r></w:p><w:p><w:r><w:t>Question: When?</w:t></w:r></w:p>"
                                 "<w:p><w:r><w:t>Anna Lund: May.</w:t></w:r></w:p><w:p><w:r><w:t>Question: Sure?</w:t></w:r></w:p></w:body></w:document>";
  static const char footnotes[] = "<w:footnotes xmlns:w='w'><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>"
                                  "<w:footnote w:id='2'><w:p><w:r><w:t>In May.</w:t></w:r></w:p></w:footnote></w:footnotes>";
  static const char comments[] = "<w:comments xmlns:w='w'><w:comment w:id='0' w:author='Bo'><w:p><w:r><w:t>Check this.</w:t></w:r></w:p></w:comment></w:comments>";
  Member            members[] = {
               { "word/document.xml", document, sizeof document - 1 },
               { "word/footnotes.xml", footnotes, sizeof footnotes - 1 },
               { "word/comments.xml", comments, sizeof comments - 1 },
  };
  g_autoptr (GBytes) file = pack (members, G_N_ELEMENTS (members));
  g_autoptr (Reading) reading = reading_new (file, "talk.docx");

  assert_notes (reading);
}

static void
test_notes_and_comments_of_open_document_stay_notes (void)
{
  static const char content[] = "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:dc='d'><office:body><office:text>"
                                "<text:p>Anna Lund: We will<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>In May.</text:p>"
                                "</text:note-body></text:note> sign.<office:annotation><dc:creator>Bo</dc:creator><dc:date>2026</dc:date>"
                                "<text:p>Check this.</text:p></office:annotation></text:p><text:p>Question: When?</text:p>"
                                "<text:p>Anna Lund: May.</text:p><text:p>Question: Sure?</text:p></office:text></office:body></office:document-content>";
  Member            members[] = {
               { "mimetype", "application/vnd.oasis.opendocument.text", 39 },
               { "content.xml", content, sizeof content - 1 },
  };
  g_autoptr (GBytes) file = pack (members, G_N_ELEMENTS (members));
  g_autoptr (Reading) reading = reading_new (file, "talk.odt");

  assert_notes (reading);
}

static void
test_a_bomb_is_refused (void)
{
  gsize            size = 64 * 1024 * 1024;
  g_autofree char *zeros = g_strnfill (size, ' ');
  Member           members[] = { { "word/document.xml", zeros, size } };
  g_autoptr (GBytes) file = pack (members, 1);
  g_autofree char *message = NULL;

  g_assert_cmpuint (g_bytes_get_size (file), <, size / 200);
  message = reading_dup_failure (file, "bomb.docx");
  g_assert_nonnull (strstr (message, "unpacks"));
}

static void
test_an_xml_bomb_is_refused (void)
{
  static const char bomb[] = "<?xml version='1.0'?><!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><w>&b;</w>";
  Member            members[] = { { "word/document.xml", bomb, sizeof bomb - 1 } };
  g_autoptr (GBytes) file = pack (members, 1);
  g_autofree char *message = reading_dup_failure (file, "bomb.docx");

  g_assert_nonnull (strstr (message, "damaged"));
}

static void
test_a_truncated_file_is_damaged (void)
{
  g_autoptr (GBytes) whole = pack_word ("<w:p><w:r><w:t>Hello there, this is a text.</w:t></w:r></w:p>");
  gsize size = g_bytes_get_size (whole);

  for (gsize n = 200; n + 10 < size; n += size / 7)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) tei = presser_import (part, "part.docx", NULL, NULL, &error);

      /* The document may be whole though the directory at the end is not. */
      if (tei == NULL)
        g_assert_nonnull (strstr (error->message, "part.docx"));
    }
}

static void
test_gives_only_what_was_asked_for (void)
{
  static const char *const wanted[] = { "b", "missing", NULL };
  Member                   members[] = { { "a", "one", 3 }, { "b", "two", 3 } };
  g_autoptr (GBytes) file = pack (members, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = presser_archive_read (file, "x.zip", wanted, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (found->pdata[0]), ==, 3);
  g_assert_null (found->pdata[1]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/archive/reads-word", test_reads_word);
  g_test_add_func ("/archive/reads-open-document", test_reads_open_document);
  g_test_add_func ("/archive/notes-and-comments-of-word-stay-notes", test_notes_and_comments_of_word_stay_notes);
  g_test_add_func ("/archive/notes-and-comments-of-open-document-stay-notes", test_notes_and_comments_of_open_document_stay_notes);
  g_test_add_func ("/archive/a-bomb-is-refused", test_a_bomb_is_refused);
  g_test_add_func ("/archive/an-xml-bomb-is-refused", test_an_xml_bomb_is_refused);
  g_test_add_func ("/archive/a-truncated-file-is-damaged", test_a_truncated_file_is_damaged);
  g_test_add_func ("/archive/gives-only-what-was-asked-for", test_gives_only_what_was_asked_for);

  return g_test_run ();
}
