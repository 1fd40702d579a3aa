/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pictures: what is drawn follows the document, leads to it, and goes into a file. */

#include <string.h>

#include "presser-overview-page.h"
#include "presser-overview-strip.h"
#include "transcript-fixture.h"

typedef struct
{
  PresserDocument     *document;
  PresserOverviewPage *page; /* borrowed from the window */
  GtkWidget           *window;
  char                *asked; /* what a mark led to */
} Sheet;

static void
asked_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  Sheet *sheet = data;

  g_free (sheet->asked);
  sheet->asked = g_variant_dup_string (parameter, NULL);
}

static void
add_actions (Sheet *sheet)
{
  const GActionEntry entries[] = {
    { "show-statements", asked_cb, "s" },
    { "go-to-statement", asked_cb, "s" },
    { "save-picture", asked_cb, "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), sheet);
  gtk_widget_insert_action_group (sheet->window, "win", G_ACTION_GROUP (group));
}

static void
tag_words (Sheet       *sheet,
           PresserRange range,
           const char  *topic)
{
  g_autofree char *id = presser_document_make_statement_id (sheet->document);
  g_autoptr (PresserStatement) bare = presser_statement_new (id, &range, 1);
  g_autoptr (PresserStatement) said = presser_statement_with_speaker (bare, "p.lavrov");
  g_autoptr (PresserStatement) statement = presser_statement_with_topics (said, (const char *[]){ topic, NULL });

  presser_document_add_statement (sheet->document, statement);
}

static void
set_up_sheet (Sheet        *sheet,
              gconstpointer data)
{
  g_autoptr (PresserTopic) topic = presser_topic_new ("t.cis", "CIS");

  sheet->document = make_document (TEXT);
  presser_document_insert_topic (sheet->document, G_MAXUINT, topic);
  tag_words (sheet, (PresserRange){ 36, 60 }, "t.cis");
  tag_words (sheet, (PresserRange){ 62, 80 }, "t.cis");
  sheet->window = gtk_window_new ();
  sheet->page = g_object_new (PRESSER_TYPE_OVERVIEW_PAGE, NULL);
  add_actions (sheet);
  gtk_window_set_child (GTK_WINDOW (sheet->window), GTK_WIDGET (sheet->page));
  gtk_window_set_default_size (GTK_WINDOW (sheet->window), 700, 600);
  presser_overview_page_show (sheet->page, sheet->document, presser_document_get_statements (sheet->document));
  gtk_window_present (GTK_WINDOW (sheet->window));
  while (gtk_widget_get_height (GTK_WIDGET (sheet->page)) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down_sheet (Sheet        *sheet,
                 gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (sheet->window));
  settle ();
  g_clear_object (&sheet->document);
  g_free (sheet->asked);
}

/* The first widget below @widget that has the CSS class, or is of the type if @css_class is NULL. */
static GtkWidget *
find_widget (GtkWidget  *widget,
             GType       type,
             const char *css_class)
{
  GtkWidget *child;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (css_class == NULL || gtk_widget_has_css_class (widget, css_class)))
    return widget;
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
get_heat (Sheet *sheet)
{
  GtkWidget *cell = find_widget (GTK_WIDGET (sheet->page), GTK_TYPE_BUTTON, "heat");

  return cell != NULL ? gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (cell)))) : NULL;
}

static void
test_a_cell_leads_to_its_statements (Sheet        *sheet,
                                     gconstpointer data)
{
  GtkWidget *cell = find_widget (GTK_WIDGET (sheet->page), GTK_TYPE_BUTTON, "heat");

  g_assert_cmpstr (get_heat (sheet), ==, "2");
  g_assert_true (gtk_widget_activate (cell));
  while (sheet->asked == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (sheet->asked, ==, "speaker:p.lavrov topic:t.cis -status:suggested");
}

static void
test_it_follows_the_document (Sheet        *sheet,
                              gconstpointer data)
{
  tag_words (sheet, (PresserRange){ 90, 100 }, "t.cis");
  while (g_strcmp0 (get_heat (sheet), "3") != 0)
    g_main_context_iteration (NULL, TRUE);
  presser_history_undo (presser_document_get_history (sheet->document));
  while (g_strcmp0 (get_heat (sheet), "2") != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_pictures (Sheet        *sheet,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = presser_overview_page_make_svg (sheet->page, &error);
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  gsize       size;
  const char *text;

  g_assert_no_error (error);
  text = g_bytes_get_data (svg, &size);
  g_assert_nonnull (g_strstr_len (text, (gssize) size, "<svg"));
  g_assert_nonnull (g_strstr_len (text, (gssize) size, "</svg>"));
  /* Drawn as lines and letters, not as an image of them. */
  g_assert_null (g_strstr_len (text, (gssize) size, "<image"));

  png = presser_overview_page_make_png (sheet->page, &error);
  g_assert_no_error (error);
  texture = gdk_texture_new_from_bytes (png, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), >, 2 * 600);
}

static void
test_nothing_tagged (Sheet        *sheet,
                     gconstpointer data)
{
  presser_history_undo (presser_document_get_history (sheet->document));
  presser_history_undo (presser_document_get_history (sheet->document));
  while (find_widget (GTK_WIDGET (sheet->page), PRESSER_TYPE_OVERVIEW_STRIP, NULL) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (get_heat (sheet));
}

#define ADD_SHEET(path, function) g_test_add ("/overview/" path, Sheet, NULL, set_up_sheet, function, tear_down_sheet)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD_SHEET ("a-cell-leads-to-its-statements", test_a_cell_leads_to_its_statements);
  ADD_SHEET ("it-follows-the-document", test_it_follows_the_document);
  ADD_SHEET ("pictures", test_pictures);
  ADD_SHEET ("nothing-tagged", test_nothing_tagged);

  return g_test_run ();
}
