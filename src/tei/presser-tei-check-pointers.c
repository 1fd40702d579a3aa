/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointers, chains and ranges: what makes a statement somebody's, and what no schema sees (TEI Guidelines, chapters
 * 1 “att.pointing” and 17 “Linking, Segmentation, and Alignment”). */

#include "presser-tei-check-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

typedef struct
{
  PresserTeiFindings   *findings;
  PresserTeiSource     *source;
  PresserTeiNeighbours *neighbours;
  PresserTeiPrefixes   *prefixes;
  guint64              *counts; /* characters before each token; NULL until a range is looked at, owned */
  /* Without lists of its own a file takes persons and categories from the root of its corpus. */
  gboolean has_persons;
  gboolean has_categories;
} Check;

static gboolean
is_one_of (const char        *name,
           const char *const *names)
{
  return g_strv_contains (names, name);
}

static gboolean
is_pointer_attribute (const char *name)
{
  static const char *const names[] = { "who", "toWhom", "ana", "resp", "corresp", "next", "prev", "target", "synch",
                                       "start", "end", "since", "origin", "ref", "sameAs", "copyOf", NULL };

  return is_one_of (name, names);
}

/* Where a bare word is a name that somebody forgot to point with, and not the name of a file beside this one. */
static gboolean
must_be_pointer (const char *name)
{
  static const char *const names[] = { "who", "toWhom", "ana", "resp", NULL };

  return is_one_of (name, names);
}

static PresserFindingLevel
weigh_dangling (Check      *check,
                const char *attribute)
{
  if ((g_str_equal (attribute, "who") || g_str_equal (attribute, "toWhom")) && !check->has_persons)
    return PRESSER_FINDING_WARNING;
  if (g_str_equal (attribute, "ana") && !check->has_categories)
    return PRESSER_FINDING_WARNING;

  return PRESSER_FINDING_ERROR;
}

static guint64
count_token (PresserTeiSource *source,
             guint             token)
{
  PresserTeiTokenKind kind = presser_tei_source_get_token (source, token)->kind;
  guint32             place = presser_tei_source_get_token (source, token)->start;
  guint32             end = presser_tei_source_get_token_end (source, token);
  guint64             n_characters = 0;

  if (kind == PRESSER_TEI_TOKEN_CDATA)
    return (guint64) g_utf8_strlen (source->text + place, (gssize) (end - place)) - strlen ("<![CDATA[]]>");

  while (kind == PRESSER_TEI_TOKEN_TEXT && place < end)
    {
      PresserTeiReference reference = { .end = place + g_utf8_skip[(guchar) source->text[place]] };

      if (source->text[place] == '&')
        presser_tei_source_read_reference (source, place, end, &reference);
      n_characters += reference.expansion != NULL ? (guint64) g_utf8_strlen (reference.expansion, (gssize) reference.expansion_length) : 1;
      place = reference.end;
    }

  return n_characters;
}

/* Characters of the text stream that string-range counts in: tags are invisible, white space is not. Counted once for the
 * whole file: thousands of ranges may lie in one element. */
static guint64
count_characters (Check  *check,
                  guint32 element)
{
  PresserTeiSource  *source = check->source;
  PresserTeiElement *owner = presser_tei_source_get_element (source, element);
  guint              last = presser_tei_source_find_token (source, owner->close_start);
  guint64            n_characters = 0;

  if (check->counts == NULL)
    {
      check->counts = g_new (guint64, source->tokens->len);
      for (guint token = 0; token + 1 < source->tokens->len; token++)
        {
          check->counts[token] = n_characters;
          n_characters += count_token (source, token);
        }
      check->counts[source->tokens->len - 1] = n_characters;
    }

  return check->counts[MAX (last, owner->token)] - check->counts[owner->token];
}

static void
check_range (Check      *check,
             guint32     element,
             const char *pointer)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *inside = g_strdup (pointer + strlen ("#string-range("));
  g_autofree char *text = NULL;
  char            *bracket = strrchr (inside, ')');
  guint32          target;
  guint64          length;

  if (bracket == NULL || bracket[1] != '\0')
    {
      presser_tei_findings_add_at (check->findings, PRESSER_FINDING_ERROR, element,
                                   g_strdup_printf (_ ("“%s” is no range: string-range(id,offset,length) without blanks."), pointer));
      return;
    }

  *bracket = '\0';
  parts = g_strsplit (inside, ",", -1);
  target = parts[0] != NULL ? presser_tei_source_find_id (check->source, parts[0]) : PRESSER_TEI_NONE;
  if (target == PRESSER_TEI_NONE)
    {
      presser_tei_findings_add_at (check->findings, PRESSER_FINDING_ERROR, element,
                                   g_strdup_printf (_ ("“%s” leads nowhere: no element has the id “%s”."), pointer, parts[0] != NULL ? parts[0] : ""));
      return;
    }

  length = count_characters (check, target);
  for (guint i = 1; parts[i] != NULL && parts[i + 1] != NULL; i += 2)
    {
      if (g_ascii_strtoull (parts[i], NULL, 10) + g_ascii_strtoull (parts[i + 1], NULL, 10) <= length)
        continue;

      presser_tei_findings_add_at (check->findings, PRESSER_FINDING_ERROR, element,
                                   g_strdup_printf (_ ("“%s” goes beyond the text of “%s”, which has %u characters."), pointer, parts[0], (guint) length));
    }
}

static void
check_id (Check      *check,
          guint32     element,
          const char *attribute,
          const char *pointer,
          const char *fragment)
{
  g_autofree char *id = g_uri_unescape_string (fragment, NULL);
  const char      *wanted = id != NULL ? id : fragment;

  if (strchr (fragment, '(') != NULL || presser_tei_source_find_id (check->source, wanted) != PRESSER_TEI_NONE
      || presser_tei_neighbours_have_id (check->neighbours, wanted))
    return;
  presser_tei_findings_add_at (check->findings, weigh_dangling (check, attribute), element,
                               g_strdup_printf (_ ("%s=“%s” leads nowhere: no element has that id."), attribute, pointer));
}

/* Into a file that was read too; what lies in others is not known. */
static void
check_elsewhere (Check      *check,
                 guint32     element,
                 const char *attribute,
                 const char *pointer)
{
  const char *hash = strchr (pointer, '#');

  for (guint i = 0; hash != NULL && hash[1] != '\0' && i < check->neighbours->names->len; i++)
    {
      const char      *name = g_ptr_array_index (check->neighbours->names, i);
      g_autofree char *id = NULL;

      if (strncmp (name, pointer, (gsize) (hash - pointer)) != 0 || name[hash - pointer] != '\0')
        continue;
      id = g_uri_unescape_string (hash + 1, NULL);
      if (presser_tei_source_find_id (g_ptr_array_index (check->neighbours->sources, i), id != NULL ? id : hash + 1) == PRESSER_TEI_NONE)
        presser_tei_findings_add_at (check->findings, PRESSER_FINDING_ERROR, element,
                                     g_strdup_printf (_ ("%s=“%s” leads nowhere: no element of that file has that id."), attribute, pointer));
      return;
    }
}

static void
check_pointer (Check      *check,
               guint32     element,
               const char *attribute,
               const char *pointer)
{
  g_autofree char *full = presser_tei_prefixes_expand (check->prefixes, pointer);
  const char      *target = full != NULL ? full : pointer;

  if (g_str_has_prefix (target, "#string-range("))
    check_range (check, element, target);
  else if (*target == '#')
    check_id (check, element, attribute, pointer, target + 1);
  else if (must_be_pointer (attribute) && strpbrk (target, ":/#") == NULL)
    presser_tei_findings_add_at (check->findings, PRESSER_FINDING_ERROR, element,
                                 g_strdup_printf (_ ("%s=“%s” is no pointer; write #%s if an element has that id."), attribute, pointer, pointer));
  else
    check_elsewhere (check, element, attribute, target);
}

static gboolean
have_equal_attribute (PresserTeiSource *source,
                      guint32           one,
                      guint32           other,
                      const char       *name)
{
  g_autofree char *value = presser_tei_source_dup_attribute (source, one, name);
  g_autofree char *other_value = presser_tei_source_dup_attribute (source, other, name);

  return g_strcmp0 (value, other_value) == 0;
}

static guint32
follow (Check      *check,
        guint32     element,
        const char *attribute)
{
  g_autofree char *pointer = presser_tei_source_dup_attribute (check->source, element, attribute);

  return pointer != NULL && *pointer == '#' ? presser_tei_source_find_id (check->source, pointer + 1) : PRESSER_TEI_NONE;
}

/* Both ends must know each other; then no chain can fork or join, and one that comes back to its start has no start. */
static void
check_link (Check  *check,
            guint32 said)
{
  static const char *const shared[] = { "who", "ana", "resp", "cert", "direct" };
  guint32                  next = follow (check, said, "next");
  guint32                  previous = follow (check, said, "prev");

  if (previous != PRESSER_TEI_NONE && follow (check, previous, "next") != said)
    presser_tei_findings_add_at (check->findings, PRESSER_FINDING_ERROR, said,
                                 g_strdup (_ ("The chain of parts is broken: the part before does not lead here.")));
  if (next == PRESSER_TEI_NONE)
    return;

  if (follow (check, next, "prev") != said)
    presser_tei_findings_add_at (check->findings, PRESSER_FINDING_ERROR, said,
                                 g_strdup (_ ("The chain of parts is broken: the next part does not lead back.")));
  if (next <= said)
    presser_tei_findings_add_at (check->findings, PRESSER_FINDING_ERROR, said,
                                 g_strdup (_ ("The chain of parts is broken: the next part stands before this one.")));

  for (gsize i = 0; i < G_N_ELEMENTS (shared); i++)
    {
      if (have_equal_attribute (check->source, said, next, shared[i]))
        continue;

      presser_tei_findings_add_at (check->findings, PRESSER_FINDING_ERROR, next,
                                   g_strdup_printf (_ ("The parts of one statement differ in %s."), shared[i]));
    }
}

static void
check_element (Check  *check,
               guint32 element)
{
  PresserTeiAttribute attribute = { 0 };

  while (presser_tei_source_next_attribute (check->source, element, &attribute))
    {
      g_autofree char *name = g_strndup (check->source->text + attribute.start, attribute.name_end - attribute.start);
      g_autofree char *value = NULL;
      g_auto (GStrv) pointers = NULL;

      if (!is_pointer_attribute (name))
        continue;

      value = presser_tei_source_dup_value (check->source, &attribute);
      pointers = g_strsplit_set (value, " \t\r\n", -1);
      for (guint i = 0; pointers[i] != NULL; i++)
        {
          if (*pointers[i] != '\0')
            check_pointer (check, element, name, pointers[i]);
        }
    }

  if (presser_tei_source_is (check->source, element, "said"))
    check_link (check, element);
}

static gboolean
has_element (PresserTeiSource *source,
             const char       *name)
{
  for (guint32 i = 0; i < source->elements->len; i++)
    {
      if (presser_tei_source_is (source, i, name))
        return TRUE;
    }

  return FALSE;
}

static void
check_includes (Check *check)
{
  PresserTeiNeighbours *neighbours = check->neighbours;

  for (guint i = 0; i < neighbours->failures->len; i++)
    presser_tei_findings_add_at (check->findings, PRESSER_FINDING_ERROR,
                                 g_array_index (neighbours->failed, guint32, i) != PRESSER_TEI_NONE ? g_array_index (neighbours->failed, guint32, i) : 0,
                                 g_strdup (g_ptr_array_index (neighbours->failures, i)));
}

void
presser_tei_check_pointers (PresserTeiFindings   *findings,
                            PresserTeiSource     *source,
                            PresserTeiNeighbours *neighbours)
{
  PresserTeiPrefixes *prefixes = presser_tei_prefixes_new ();
  Check               check = {
                  .findings = findings,
                  .source = source,
                  .neighbours = neighbours,
                  .prefixes = prefixes,
                  .has_persons = has_element (source, "person") || has_element (source, "personGrp") || has_element (source, "org"),
                  .has_categories = has_element (source, "category"),
  };

  presser_tei_prefixes_add (prefixes, source);
  for (guint i = 0; i < neighbours->sources->len; i++)
    {
      presser_tei_prefixes_add (prefixes, g_ptr_array_index (neighbours->sources, i));
      check.has_persons = check.has_persons || has_element (g_ptr_array_index (neighbours->sources, i), "person");
      check.has_categories = check.has_categories || has_element (g_ptr_array_index (neighbours->sources, i), "category");
    }
  check_includes (&check);
  for (guint32 i = 0; i < source->elements->len; i++)
    check_element (&check, i);
  presser_tei_prefixes_free (prefixes);
  g_free (check.counts);
}
