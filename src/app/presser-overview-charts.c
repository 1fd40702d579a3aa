/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-overview-charts.h"

#include <glib/gi18n-lib.h>

#include "presser-overview-bar.h"
#include "presser-overview-strip.h"
#include "presser-palette.h"
#include "presser-swatch.h"

/* More of them are a wall and not a picture. */
#define MAX_VOICES 60
#define MAX_TOPICS 30

/* Steps of colour in the heat map, as in the style sheet. */
#define N_HEATS 5

#define NAME_WIDTH 22 /* characters */

static GtkWidget *
make_box (GtkOrientation    orientation,
          GtkAccessibleRole role,
          int               spacing)
{
  return g_object_new (GTK_TYPE_BOX, "orientation", orientation, "accessible-role", role, "spacing", spacing, NULL);
}

static GtkWidget *
make_table (const char *label)
{
  GtkWidget *table = make_box (GTK_ORIENTATION_VERTICAL, GTK_ACCESSIBLE_ROLE_TABLE, 2);

  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return table;
}

static GtkWidget *
add_row (GtkWidget *table)
{
  GtkWidget *row = make_box (GTK_ORIENTATION_HORIZONTAL, GTK_ACCESSIBLE_ROLE_ROW, 12);

  gtk_box_append (GTK_BOX (table), row);
  return row;
}

static GtkWidget *
make_label (const char *text,
            float       xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
name_cell (GtkWidget  *widget,
           const char *name)
{
  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A name that leads to the statements which a query finds. */
static GtkWidget *
make_link (GtkWidget  *child,
           const char *query,
           const char *name)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-statements");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", query);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chart-link");
  name_cell (button, name);
  return button;
}

static GtkWidget *
make_heading (GtkSizeGroup *group,
              GtkWidget    *swatch,
              const char   *text,
              int           indent,
              const char   *query)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = make_label (text, 0);
  GtkWidget *link;

  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_WIDTH);
  gtk_widget_set_margin_start (swatch, indent);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  link = make_link (box, query, text);
  gtk_size_group_add_widget (group, link);
  return link;
}

static const char *
get_name (const PresserOverviewVoice *voice)
{
  return voice->name != NULL ? voice->name : _ ("Nobody named");
}

static int
find_colour (PresserDocument            *document,
             const PresserOverviewVoice *voice)
{
  return presser_palette_find_speaker (document, voice->speaker_id);
}

/* What the filter language says for a voice; it finds what was counted, and no suggestions. */
static char *
dup_query (const PresserOverviewVoice *voice,
           PresserTopic               *topic)
{
  GString *query = g_string_new (NULL);

  if (voice != NULL && voice->speaker_id != NULL)
    g_string_append_printf (query, "speaker:%s ", voice->speaker_id);
  else if (voice != NULL)
    g_string_append (query, voice->is_background ? "rule:background " : "is:unattributed ");
  if (topic != NULL)
    g_string_append_printf (query, "topic:%s ", presser_topic_get_id (topic));
  g_string_append (query, "-status:suggested");
  return g_string_free (query, FALSE);
}

static GtkWidget *
make_voice_heading (PresserDocument            *document,
                    const PresserOverviewVoice *voice,
                    GtkSizeGroup               *group)
{
  GtkWidget       *swatch = presser_swatch_new (PRESSER_SWATCH_SQUARE);
  g_autofree char *query = dup_query (voice, NULL);

  presser_swatch_set (PRESSER_SWATCH (swatch), find_colour (document, voice), NULL, voice->speaker_id == NULL);
  return make_heading (group, swatch, get_name (voice), 0, query);
}

static GtkWidget *
make_topic_heading (PresserDocument            *document,
                    const PresserOverviewTopic *topic,
                    GtkSizeGroup               *group)
{
  GtkWidget       *swatch = presser_swatch_new (PRESSER_SWATCH_SQUARE);
  g_autofree char *query = dup_query (NULL, topic->topic);

  presser_swatch_set (PRESSER_SWATCH (swatch), presser_palette_find_topic (document, presser_topic_get_id (topic->topic)),
                      NULL, FALSE);
  return make_heading (group, swatch, presser_topic_get_label (topic->topic), 14 * (int) MIN (topic->depth, 4), query);
}

static void
add_remark (GtkWidget *table,
            guint      n_left_out)
{
  g_autofree char *text = NULL;
  GtkWidget       *label;

  if (n_left_out == 0)
    return;
  /* Translators: rows or columns of a picture that are not drawn, the smallest ones */
  text = g_strdup_printf (ngettext ("%u more is not shown", "%u more are not shown", n_left_out), n_left_out);
  label = make_label (text, 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (table), label);
}

static guint
get_words (const PresserOverviewVoice *voice)
{
  return MAX (voice->n_words, voice->n_tagged_words);
}

static char *
dup_share (const PresserOverviewVoice *voice)
{
  g_autofree char *said = g_strdup_printf (ngettext ("%'u word", "%'u words", get_words (voice)), get_words (voice));
  g_autofree char *statements = g_strdup_printf (ngettext ("%'u statement", "%'u statements", voice->n_statements),
                                                 voice->n_statements);

  return g_strdup_printf ("%s · %s", said, statements);
}

/**
 * presser_overview_make_words_chart:
 * @document: a document
 * @overview: what is to be seen of it
 *
 * Returns: (transfer floating): how much everybody said, and how much of it is tagged
 */
GtkWidget *
presser_overview_make_words_chart (PresserDocument *document,
                                   PresserOverview *overview)
{
  GtkWidget *table = make_table (_ ("Words by speaker"));
  g_autoptr (GtkSizeGroup) names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) numbers = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  guint n_voices = presser_overview_get_n_voices (overview);
  guint most = 1;

  for (guint i = 0; i < n_voices; i++)
    most = MAX (most, get_words (presser_overview_get_voice (overview, i)));
  for (guint i = 0; i < MIN (n_voices, MAX_VOICES); i++)
    {
      const PresserOverviewVoice *voice = presser_overview_get_voice (overview, i);
      GtkWidget                  *row = add_row (table);
      GtkWidget                  *bar = presser_overview_bar_new (find_colour (document, voice), (double) get_words (voice) / most,
                                                                  (double) voice->n_tagged_words / most);
      g_autofree char            *share = dup_share (voice);
      GtkWidget                  *number = make_label (share, 1);

      gtk_widget_set_hexpand (bar, TRUE);
      gtk_widget_add_css_class (number, "numeric");
      gtk_size_group_add_widget (numbers, number);
      gtk_box_append (GTK_BOX (row), make_voice_heading (document, voice, names));
      gtk_box_append (GTK_BOX (row), bar);
      gtk_box_append (GTK_BOX (row), number);
    }
  add_remark (table, n_voices - MIN (n_voices, MAX_VOICES));
  return table;
}

static GtkWidget *
make_strip (PresserDocument            *document,
            PresserOverview            *overview,
            const PresserOverviewTopic *topic)
{
  /* Translators: %s is a topic */
  g_autofree char *label = g_strdup_printf (_ ("%s along the transcript"), presser_topic_get_label (topic->topic));
  GtkWidget       *strip = presser_overview_strip_new (document, label);

  for (guint i = 0; i < topic->places->len; i++)
    {
      const PresserOverviewPlace *place = &g_array_index (topic->places, PresserOverviewPlace, i);

      presser_overview_strip_add_mark (PRESSER_OVERVIEW_STRIP (strip), place->statement,
                                       find_colour (document, presser_overview_get_voice (overview, place->voice)));
    }
  gtk_widget_set_hexpand (strip, TRUE);
  return strip;
}

/**
 * presser_overview_make_topics_chart:
 * @document: a document
 * @overview: what is to be seen of it
 *
 * Returns: (transfer floating) (nullable): where each topic comes up; %NULL if none does
 */
GtkWidget *
presser_overview_make_topics_chart (PresserDocument *document,
                                    PresserOverview *overview)
{
  GtkWidget *table = make_table (_ ("Topics along the transcript"));
  g_autoptr (GtkSizeGroup) names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) numbers = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gboolean is_empty = TRUE;

  for (guint i = 0; i < presser_overview_get_n_topics (overview); i++)
    {
      const PresserOverviewTopic *topic = presser_overview_get_topic (overview, i);
      g_autofree char            *count = g_strdup_printf ("%'u", topic->places->len);
      GtkWidget                  *number;
      GtkWidget                  *row;

      if (topic->places->len == 0)
        continue;
      number = make_label (count, 1);
      gtk_widget_add_css_class (number, "numeric");
      gtk_size_group_add_widget (numbers, number);
      row = add_row (table);
      gtk_box_append (GTK_BOX (row), make_topic_heading (document, topic, names));
      gtk_box_append (GTK_BOX (row), make_strip (document, overview, topic));
      gtk_box_append (GTK_BOX (row), number);
      is_empty = FALSE;
    }
  if (!is_empty)
    return table;
  g_object_ref_sink (table);
  g_object_unref (table);
  return NULL;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return one > other ? -1 : one < other;
}

/* The fewest statements a topic must have to be among the MAX_TOPICS busiest. */
static guint
find_threshold (PresserOverview *overview)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < presser_overview_get_n_topics (overview); i++)
    g_array_append_val (numbers, presser_overview_get_topic (overview, i)->places->len);
  if (numbers->len <= MAX_TOPICS)
    return 1;
  g_array_sort (numbers, compare_numbers);
  return MAX (g_array_index (numbers, guint, MAX_TOPICS - 1), 1);
}

/* Indices of the topics that get a column. */
static GArray *
choose_columns (PresserOverview *overview,
                guint           *n_left_out)
{
  guint   threshold = find_threshold (overview);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  *n_left_out = 0;
  for (guint i = 0; i < presser_overview_get_n_topics (overview); i++)
    {
      guint n_places = presser_overview_get_topic (overview, i)->places->len;

      if (n_places >= threshold && columns->len < MAX_TOPICS)
        g_array_append_val (columns, i);
      else if (n_places > 0)
        ++*n_left_out;
    }
  return columns;
}

static GtkWidget *
make_cell (const PresserOverviewVoice *voice,
           PresserTopic               *topic,
           guint                       count,
           guint                       most)
{
  g_autofree char *query = dup_query (voice, topic);
  g_autofree char *number = g_strdup_printf ("%'u", count);
  /* Translators: a speaker, a topic, a number of statements */
  g_autofree char *name = g_strdup_printf (ngettext ("%s on %s: %u statement", "%s on %s: %u statements", count),
                                           get_name (voice), presser_topic_get_label (topic), count);
  g_autofree char *heat = g_strdup_printf ("heat-%u", (N_HEATS * count + most - 1) / most);
  GtkWidget       *cell = make_link (gtk_label_new (number), query, name);

  gtk_widget_remove_css_class (cell, "chart-link");
  gtk_widget_add_css_class (cell, "heat");
  gtk_widget_add_css_class (cell, heat);
  return cell;
}

/* What the rows of a heat map have in common. */
typedef struct
{
  GArray       *columns; /* of guint: indices of topics */
  GPtrArray    *widths;  /* of GtkSizeGroup, one a column */
  GtkSizeGroup *names;
  guint         most;
} Grid;

static void
add_heads (PresserOverview *overview,
           GtkWidget       *table,
           const Grid      *grid)
{
  GtkWidget *row = add_row (table);
  GtkWidget *corner = gtk_label_new (NULL);

  gtk_box_set_spacing (GTK_BOX (row), 2);
  gtk_size_group_add_widget (grid->names, corner);
  gtk_box_append (GTK_BOX (row), corner);
  for (guint i = 0; i < grid->columns->len; i++)
    {
      PresserTopic *topic = presser_overview_get_topic (overview, g_array_index (grid->columns, guint, i))->topic;
      GtkWidget    *head = make_label (presser_topic_get_label (topic), 0.5f);

      gtk_label_set_wrap (GTK_LABEL (head), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (head), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (head), 2);
      gtk_label_set_justify (GTK_LABEL (head), GTK_JUSTIFY_CENTER);
      gtk_label_set_width_chars (GTK_LABEL (head), 9);
      gtk_label_set_max_width_chars (GTK_LABEL (head), 9);
      gtk_widget_set_valign (head, GTK_ALIGN_END);
      gtk_widget_add_css_class (head, "heat-head");
      gtk_widget_set_tooltip_text (head, presser_topic_get_label (topic));
      gtk_size_group_add_widget (grid->widths->pdata[i], head);
      gtk_box_append (GTK_BOX (row), head);
    }
}

static guint
find_most (PresserOverview *overview)
{
  guint most = 1;

  for (guint v = 0; v < presser_overview_get_n_voices (overview); v++)
    for (guint t = 0; t < presser_overview_get_n_topics (overview); t++)
      most = MAX (most, presser_overview_count (overview, v, t));
  return most;
}

static gboolean
has_count (PresserOverview *overview,
           guint            voice)
{
  for (guint t = 0; t < presser_overview_get_n_topics (overview); t++)
    if (presser_overview_count (overview, voice, t) > 0)
      return TRUE;
  return FALSE;
}

static void
add_heat_row (PresserDocument *document,
              PresserOverview *overview,
              guint            index,
              GtkWidget       *table,
              const Grid      *grid)
{
  const PresserOverviewVoice *voice = presser_overview_get_voice (overview, index);
  GtkWidget                  *row = add_row (table);

  gtk_box_set_spacing (GTK_BOX (row), 2);
  gtk_box_append (GTK_BOX (row), make_voice_heading (document, voice, grid->names));
  for (guint i = 0; i < grid->columns->len; i++)
    {
      guint      column = g_array_index (grid->columns, guint, i);
      guint      count = presser_overview_count (overview, index, column);
      GtkWidget *cell = NULL;

      if (count > 0)
        cell = make_cell (voice, presser_overview_get_topic (overview, column)->topic, count, grid->most);
      else
        {
          cell = gtk_label_new (NULL);
          gtk_widget_add_css_class (cell, "heat-none");
        }
      gtk_size_group_add_widget (grid->widths->pdata[i], cell);
      gtk_box_append (GTK_BOX (row), cell);
    }
}

/**
 * presser_overview_make_heat_map:
 * @document: a document
 * @overview: what is to be seen of it
 *
 * Returns: (transfer floating) (nullable): who speaks on what; %NULL if no statement has a topic
 */
GtkWidget *
presser_overview_make_heat_map (PresserDocument *document,
                                PresserOverview *overview)
{
  guint n_left_out;
  guint n_rows = 0;
  g_autoptr (GArray) columns = choose_columns (overview, &n_left_out);
  g_autoptr (GPtrArray) widths = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkSizeGroup) names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  Grid       grid = { columns, widths, names, find_most (overview) };
  GtkWidget *table;

  if (columns->len == 0)
    return NULL;
  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (widths, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
  table = make_table (_ ("Speakers and topics"));
  add_heads (overview, table, &grid);
  for (guint i = 0; i < presser_overview_get_n_voices (overview); i++)
    if (has_count (overview, i) && n_rows++ < MAX_VOICES)
      add_heat_row (document, overview, i, table, &grid);
  add_remark (table, n_left_out + (n_rows > MAX_VOICES ? n_rows - MAX_VOICES : 0));
  return table;
}
