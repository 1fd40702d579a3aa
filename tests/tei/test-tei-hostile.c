/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that mean harm: they end in an error with a place, or are read as what they are; nothing else is opened for them, and
 * none takes its time. */

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "presser-error.h"
#include "presser-tei-check.h"
#include "presser-tei-file.h"

#define HEAD "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><text><body>"
#define TAIL "</body></text></TEI>"

static char *
repeat (const char *unit,
        guint       n_times)
{
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < n_times; i++)
    g_string_append (result, unit);

  return g_string_free (result, FALSE);
}

/* The reader says no, and so does the check, with a finding. */
static void
assert_refused (const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserTeiFile) file = presser_tei_file_new (bytes, "hostile.xml", &error);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_null (file);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "line 1"));
  g_clear_error (&error);
  findings = presser_tei_check (bytes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, >, 0);
}

static void
test_entities_that_grow_without_end_are_refused (void)
{
  g_autofree char *letters = repeat ("a", 8000);
  g_autofree char *uses = repeat ("&a;", 200000);
  g_autofree char *flat = g_strdup_printf ("<!DOCTYPE TEI [<!ENTITY a '%s'>]>" HEAD "<p>%s</p>" TAIL, letters, uses);
  g_autofree char *nested = g_strdup_printf ("<!DOCTYPE TEI [<!ENTITY z '%s'><!ENTITY y '&z;&z;&z;&z;&z;&z;&z;&z;&z;&z;'>"
                                             "<!ENTITY x '&y;&y;&y;&y;&y;&y;&y;&y;&y;&y;'><!ENTITY w '&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;'>"
                                             "<!ENTITY a '&w;&w;&w;&w;&w;&w;&w;&w;&w;&w;'>]>" HEAD "<u who=\"%s\"><seg>x</seg></u>" TAIL,
                                             letters, uses);

  assert_refused (flat);
  assert_refused (nested);
}

static void
test_a_tag_with_a_million_attributes_is_refused (void)
{
  GString         *tag = g_string_new ("<p");
  g_autofree char *same = repeat (" a=''", 1000000);
  g_autofree char *xml = g_strconcat (HEAD "<p", same, ">x</p>" TAIL, NULL);
  g_autofree char *different = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append_printf (tag, " a%u=''", i);
  different = g_strconcat (HEAD, tag->str, ">x</p>" TAIL, NULL);
  g_string_free (tag, TRUE);
  assert_refused (xml);
  assert_refused (different);
}

static void
test_depth_and_length_have_their_limits (void)
{
  g_autofree char *starts = repeat ("<div>", 100000);
  g_autofree char *ends = repeat ("</div>", 100000);
  g_autofree char *deep = g_strconcat (HEAD, starts, "<p>x</p>", ends, TAIL, NULL);
  g_autofree char *letters = repeat ("x", 10000000);
  g_autofree char *name = g_strconcat (HEAD "<", letters, ">y</", letters, ">" TAIL, NULL);
  GString         *spaces = g_string_new (HEAD);
  g_autofree char *namespaces = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (spaces, "<div xmlns:n%u='u'>", i);
  namespaces = g_string_free (spaces, FALSE);

  assert_refused (deep);
  assert_refused (name);
  assert_refused (namespaces);
}

/* A pipe that nobody writes to stands where a file is asked for: whoever opened it would wait for ever. */
static void
test_no_file_is_opened_for_entities (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("presser-hostile-XXXXXX", &error);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *xml = g_strdup_printf ("<!DOCTYPE TEI SYSTEM \"%s\" [<!ENTITY e SYSTEM \"%s\"><!ENTITY %% p SYSTEM \"%s\">%%p;]>" HEAD
                                          "<p>one &e; two</p>" TAIL,
                                          pipe, pipe, pipe);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (PresserTeiFile) file = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  file = presser_tei_file_new (bytes, "hostile.xml", &error);
  g_assert_no_error (error);
  text = presser_text_dup (presser_document_get_text (presser_tei_file_get_document (file)));
  g_assert_cmpstr (text, ==, "one &e; two");
  findings = presser_tei_check (bytes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (pipe);
  g_rmdir (folder);
}

/* A pattern that takes for ever is given up. */
static void
test_prefixes_cannot_be_traps (void)
{
  g_autofree char *letters = repeat ("a", 60);
  g_autofree char *xml = g_strdup_printf ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><prefixDef ident=\"p\" matchPattern=\"(a|a|aa)+b\" "
                                          "replacementPattern=\"#$1\"/></teiHeader><text><body><u who=\"p:%sc\"><seg>x</seg></u><u who=\"p:%sd\"><seg>x</seg></u>" TAIL,
                                          letters, letters);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserTeiFile) file = presser_tei_file_new (bytes, "hostile.xml", &error);

  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tei-hostile/entities-that-grow-without-end-are-refused", test_entities_that_grow_without_end_are_refused);
  g_test_add_func ("/tei-hostile/a-tag-with-a-million-attributes-is-refused", test_a_tag_with_a_million_attributes_is_refused);
  g_test_add_func ("/tei-hostile/depth-and-length-have-their-limits", test_depth_and_length_have_their_limits);
  g_test_add_func ("/tei-hostile/no-file-is-opened-for-entities", test_no_file_is_opened_for_entities);
  g_test_add_func ("/tei-hostile/prefixes-cannot-be-traps", test_prefixes_cannot_be_traps);

  return g_test_run ();
}
