/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-random-edit.h"

static guint
random_below (guint limit)
{
  return limit > 0 ? (guint) g_test_rand_int_range (0, (gint32) limit) : 0;
}

static PresserRange
random_range (PresserDocument *document,
              guint            longest)
{
  guint length = presser_text_get_length (presser_document_get_text (document));
  guint start = random_below (length + 1);
  guint end = start + random_below (longest + 1);

  return (PresserRange){ start, MIN (end, length) };
}

static char *
random_text (guint longest)
{
  static const char *const letters[] = { "a", "b", "é", "б", "字", "😀", " ", "\n", "ש" };
  GString                 *text = g_string_new (NULL);
  guint                    n_letters = random_below (longest + 1);
  guint                    i;

  for (i = 0; i < n_letters; i++)
    g_string_append (text, letters[random_below (G_N_ELEMENTS (letters))]);
  return g_string_free (text, FALSE);
}

static gpointer
random_item (GListModel *list)
{
  return g_list_model_get_item (list, random_below (g_list_model_get_n_items (list)));
}

static void
replace_text (PresserDocument *document,
              TestModel       *model,
              PresserRange     range,
              const char      *utf8)
{
  presser_document_replace_text (document, range, utf8);
  test_model_replace_text (model, range, utf8);
}

static void
edit_text (PresserDocument *document,
           TestModel       *model)
{
  gboolean         is_long = presser_text_get_length (presser_document_get_text (document)) > 400;
  PresserRange     range = random_range (document, is_long ? 60 : 12);
  g_autofree char *utf8 = random_text (8);

  switch (random_below (4))
    {
    case 0:
      range.end = range.start;
      break;
    case 1:
      *utf8 = '\0';
      break;
    default:
      break;
    }
  replace_text (document, model, range, utf8);
}

/* As at the keyboard, and sometimes back again. */
static void
type_word (PresserDocument *document,
           TestModel       *model)
{
  guint position = random_range (document, 0).start;
  guint n_letters = 1 + random_below (5);
  guint i;

  for (i = 0; i < n_letters; i++)
    replace_text (document, model, (PresserRange){ position + i, position + i }, i == 3 ? " " : "w");
  for (i = n_letters; i > 0 && random_below (2) == 0; i--)
    replace_text (document, model, (PresserRange){ position + i - 1, position + i }, "");
}

static PresserStatement *
random_statement (PresserDocument *document)
{
  g_autofree char *id = presser_document_make_statement_id (document);
  g_autoptr (PresserSpeaker) speaker = random_item (presser_document_get_speakers (document));
  g_autoptr (PresserTopic) topic = random_item (presser_document_get_topics (document));
  g_autoptr (PresserStatement) statement = NULL;
  g_autoptr (PresserStatement) said = NULL;
  PresserRange ranges[3];
  guint        n_ranges = 1 + random_below (3);
  guint        i;

  for (i = 0; i < n_ranges; i++)
    ranges[i] = random_range (document, 30);
  if (presser_range_is_empty (ranges[0]))
    ranges[0] = (PresserRange){ 0, presser_text_get_length (presser_document_get_text (document)) };
  if (presser_range_is_empty (ranges[0]))
    return NULL;
  statement = presser_statement_new (id, ranges, n_ranges);
  said = presser_statement_with_speaker (statement, speaker != NULL ? presser_speaker_get_id (speaker) : NULL);
  return topic != NULL ? presser_statement_with_topic (said, presser_topic_get_id (topic)) : g_steal_pointer (&said);
}

static PresserStatement *
change_statement (PresserDocument  *document,
                  PresserStatement *statement)
{
  g_autoptr (PresserTopic) topic = random_item (presser_document_get_topics (document));
  PresserRange range = random_range (document, 20);

  switch (random_below (7))
    {
    case 0:
      return presser_statement_with_note (statement, "checked");
    case 1:
      return presser_statement_with_status (statement, (PresserStatus) random_below (3));
    case 2:
      return presser_statement_with_kind (statement, (PresserKind) random_below (3));
    case 3:
      return presser_statement_with_ground_rule (statement, PRESSER_GROUND_EMBARGOED, random_below (100));
    case 4:
      if (topic != NULL)
        return presser_statement_with_topic (statement, presser_topic_get_id (topic));
      return presser_statement_with_certainty (statement, "0.5");
    case 5:
      return presser_statement_with_topics (statement, NULL);
    default:
      return presser_range_is_empty (range) ? presser_statement_with_speaker (statement, NULL)
                                            : presser_statement_with_ranges (statement, &range, 1);
    }
}

static void
edit_statements (PresserDocument *document,
                 TestModel       *model)
{
  GListModel *statements = presser_document_get_statements (document);
  g_autoptr (PresserStatement) statement = random_item (statements);
  g_autoptr (PresserStatement) other = random_statement (document);
  g_autoptr (PresserStatement) changed = statement != NULL ? change_statement (document, statement) : NULL;
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  g_autoptr (GPtrArray) in = g_ptr_array_new ();

  switch (random_below (g_list_model_get_n_items (statements) > 40 ? 3 : 5))
    {
    case 0:
      if (statement != NULL)
        presser_document_remove_statement (document, statement);
      break;
    case 1:
      if (statement != NULL)
        presser_document_replace_statement (document, statement, changed);
      break;
    case 2:
      if (statement != NULL && other != NULL)
        {
          g_ptr_array_add (out, statement);
          g_ptr_array_add (in, other);
          g_ptr_array_add (in, changed);
          presser_document_swap_statements (document, out, in);
        }
      break;
    default:
      if (other != NULL)
        presser_document_add_statement (document, other);
    }
  test_model_read (model, document);
}

static void
edit_speakers (PresserDocument *document)
{
  static const char *const names[] = { "Sergey Lavrov", "Ivo Moro", "António Guterres", "Q", "習近平" };
  GListModel              *speakers = presser_document_get_speakers (document);
  g_autoptr (PresserSpeaker) speaker = random_item (speakers);
  g_autoptr (PresserSpeaker) other = random_item (speakers);
  const char      *name = names[random_below (G_N_ELEMENTS (names))];
  g_autofree char *id = presser_document_make_id (document, "p", name);
  g_autoptr (PresserSpeaker) added = presser_speaker_new (id, name);
  g_autoptr (PresserSpeaker) changed = speaker != NULL ? presser_speaker_with_name (speaker, name) : NULL;
  guint choice = speaker == NULL ? 5 : random_below (7);

  if (choice == 0)
    presser_document_replace_speaker (document, speaker, changed);
  else if (choice == 1)
    presser_document_move_speaker (document, speaker, random_below (6));
  else if (choice == 2)
    presser_document_remove_speaker (document, speaker);
  else if (choice == 3 && speaker != other)
    presser_document_merge_speaker (document, speaker, other);
  else if (choice == 4)
    presser_document_set_turn_speaker (document, random_below (2) == 0 ? "u1" : "u2", presser_speaker_get_id (speaker));
  else
    presser_document_insert_speaker (document, random_below (8), added);
}

static void
edit_topics (PresserDocument *document)
{
  static const char *const labels[] = { "South Caucasus", "CIS", "Trade", "Łódź", "南京" };
  GListModel              *topics = presser_document_get_topics (document);
  g_autoptr (PresserTopic) topic = random_item (topics);
  g_autoptr (PresserTopic) other = random_item (topics);
  const char      *label = labels[random_below (G_N_ELEMENTS (labels))];
  g_autofree char *id = presser_document_make_id (document, "t", label);
  g_autoptr (PresserTopic) fresh = presser_topic_new (id, label);
  g_autoptr (PresserTopic) added = NULL;
  g_autoptr (PresserTopic) changed = topic != NULL ? presser_topic_with_label (topic, label) : NULL;
  guint    choice = topic == NULL ? 5 : random_below (7);
  gboolean is_below = topic != NULL
                      && presser_document_topic_is_within (document, presser_topic_get_id (other), presser_topic_get_id (topic));

  added = presser_topic_with_parent (fresh, topic != NULL && choice < 6 ? presser_topic_get_id (topic) : NULL);
  if (choice == 0)
    presser_document_replace_topic (document, topic, changed);
  else if (choice == 1)
    presser_document_move_topic (document, topic, NULL, random_below (4));
  else if (choice == 2 && !is_below)
    presser_document_move_topic (document, topic, presser_topic_get_id (other), random_below (4));
  else if (choice == 3)
    presser_document_remove_topic (document, topic);
  else if (choice == 4 && topic != other)
    presser_document_merge_topic (document, topic, other);
  else
    presser_document_insert_topic (document, random_below (8), added);
}

static void
edit_rest (PresserDocument *document)
{
  PresserMetadata  *old = presser_document_get_metadata (document);
  guint             index = random_below (presser_document_get_n_paragraphs (document));
  PresserParagraph *paragraph = presser_document_get_paragraph (document, index);
  g_autofree char  *title = random_text (5);
  g_autoptr (PresserMetadata) metadata = presser_metadata_with (old, PRESSER_METADATA_TITLE, title);
  g_autoptr (PresserParagraph) turn = presser_paragraph_with_turn (paragraph, random_below (2) == 0 ? "u1" : "u2", NULL);
  g_autofree char *id = presser_document_make_id (document, "ann", "Jo");
  g_autoptr (PresserAnnotator) annotator = presser_annotator_new (id, "Jo", FALSE);

  switch (random_below (3))
    {
    case 0:
      presser_document_set_metadata (document, metadata);
      break;
    case 1:
      presser_document_replace_paragraph (document, index, turn);
      break;
    default:
      presser_document_add_annotator (document, annotator);
    }
}

void
test_random_edit (PresserDocument *document,
                  TestModel       *model)
{
  PresserHistory *history = presser_document_get_history (document);
  guint           i;

  switch (random_below (12))
    {
    case 0:
    case 1:
    case 2:
      edit_text (document, model);
      break;
    case 3:
      type_word (document, model);
      break;
    case 4:
    case 5:
    case 6:
      edit_statements (document, model);
      break;
    case 7:
      edit_speakers (document);
      break;
    case 8:
      edit_topics (document);
      break;
    case 9:
      edit_rest (document);
      break;
    default:
      presser_history_begin (history, "Several things");
      for (i = 0; i < 3; i++)
        {
          edit_text (document, model);
          edit_statements (document, model);
        }
      presser_history_end (history);
    }
}
