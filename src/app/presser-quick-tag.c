/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-quick-tag.h"

#include <glib/gi18n-lib.h>

#include "presser-swatch.h"
#include "presser-tag.h"

/* More than anybody reads; typing another letter brings the rest. */
#define MAX_CHOICES 40

typedef enum
{
  CHOICE_TAG,
  CHOICE_NEW_SPEAKER,
  CHOICE_NEW_TOPIC,
} ChoiceKind;

typedef struct
{
  ChoiceKind kind;
  GObject   *tag;    /* of CHOICE_TAG */
  int        score;  /* how well it fits */
  guint      recent; /* how long ago it was used, in uses */
} Choice;

struct _PresserQuickTag
{
  GtkPopover parent_instance;

  /* Template children. */
  GtkEditable *entry;
  GtkListBox  *list;

  /* Owned. */
  PresserDocument  *document;
  PresserStatement *statement; /* NULL if there is none yet */
  GPtrArray        *recent;    /* of char *: ids of tags, the last used last */
  GArray           *choices;   /* of Choice, one a row */
};

G_DEFINE_FINAL_TYPE (PresserQuickTag, presser_quick_tag, GTK_TYPE_POPOVER)

static void
choice_clear (gpointer data)
{
  g_clear_object (&((Choice *) data)->tag);
}

static gboolean
is_applied (PresserQuickTag *self,
            GObject         *tag)
{
  const char *id = presser_tag_get_id (tag);

  if (self->statement == NULL)
    return FALSE;
  if (presser_tag_is_speaker (tag))
    return g_strcmp0 (presser_statement_get_speaker (self->statement), id) == 0;
  return presser_statement_has_topic (self->statement, id);
}

/* What was typed, without the sign in front that says what is looked for. */
static const char *
get_typed (PresserQuickTag *self,
           gboolean        *speakers,
           gboolean        *topics)
{
  const char *text = gtk_editable_get_text (self->entry);

  *speakers = *text != '#';
  *topics = *text != '@';
  if (!*speakers || !*topics)
    text++;
  while (g_ascii_isspace (*text))
    text++;
  return text;
}

static guint
find_age (PresserQuickTag *self,
          const char      *id)
{
  guint i;

  for (i = 0; i < self->recent->len; i++)
    if (g_str_equal (self->recent->pdata[self->recent->len - 1 - i], id))
      return i;
  return G_MAXUINT;
}

static void
collect (PresserQuickTag *self,
         GListModel      *list,
         const char      *typed)
{
  guint i;

  for (i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) tag = g_list_model_get_item (list, i);
      Choice choice = { CHOICE_TAG, tag, *typed == '\0' ? 1 : presser_tag_match (tag, typed),
                        find_age (self, presser_tag_get_id (tag)) };

      if (choice.score == 0)
        continue;
      g_object_ref (tag);
      g_array_append_val (self->choices, choice);
    }
}

/* g_array_sort() is stable, so that what fits equally well stays in the document's order. */
static int
compare_choices (gconstpointer one,
                 gconstpointer other)
{
  const Choice *a = one;
  const Choice *b = other;

  if (a->score != b->score)
    return b->score - a->score;
  return (a->recent > b->recent) - (a->recent < b->recent);
}

static void
offer_new (PresserQuickTag *self,
           const char      *typed,
           gboolean         speakers,
           gboolean         topics)
{
  const Choice speaker = { .kind = CHOICE_NEW_SPEAKER };
  const Choice topic = { .kind = CHOICE_NEW_TOPIC };
  gboolean     topic_first = self->statement != NULL && presser_statement_get_speaker (self->statement) != NULL;

  if (*typed == '\0')
    return;
  speakers = speakers && presser_document_find_speaker (self->document, typed) == NULL;
  topics = topics && presser_document_find_topic (self->document, typed) == NULL;
  if (topics && topic_first)
    g_array_append_val (self->choices, topic);
  if (speakers)
    g_array_append_val (self->choices, speaker);
  if (topics && !topic_first)
    g_array_append_val (self->choices, topic);
}

/* The letters that were found stand out. */
static GtkWidget *
make_name_label (const char *name,
                 const char *typed)
{
  g_autofree char *folded_name = g_utf8_casefold (name, -1);
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  const char      *hit = *typed != '\0' && strlen (folded_name) == strlen (name) ? strstr (folded_name, folded) : NULL;
  GtkWidget       *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (hit != NULL)
    {
      PangoAttrList  *attributes = pango_attr_list_new ();
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = (guint) (hit - folded_name);
      bold->end_index = bold->start_index + (guint) strlen (folded);
      pango_attr_list_insert (attributes, bold);
      gtk_label_set_attributes (GTK_LABEL (label), attributes);
      pango_attr_list_unref (attributes);
    }
  return label;
}

static GtkWidget *
make_small_label (const char *text,
                  const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static void
add_hints (PresserQuickTag *self,
           GtkWidget       *box,
           GObject         *tag,
           const char      *typed)
{
  char             key = presser_tag_get_key (tag, self->document);
  g_autofree char *hint = NULL;

  if (is_applied (self, tag))
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_box_append (GTK_BOX (box), make_small_label (presser_tag_is_speaker (tag) ? _ ("speaker") : _ ("topic"), "dim-label"));
  if (key == 0 || *typed != '\0')
    return;
  if (presser_tag_is_speaker (tag))
    hint = g_strdup_printf ("%c", key);
  else
    hint = g_strdup_printf (_ ("Alt %c"), g_ascii_toupper (key));
  gtk_box_append (GTK_BOX (box), make_small_label (hint, "key-hint"));
}

static GtkWidget *
make_row (PresserQuickTag *self,
          const Choice    *choice,
          const char      *typed)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gboolean   is_speaker = choice->kind == CHOICE_NEW_SPEAKER
                        || (choice->kind == CHOICE_TAG && presser_tag_is_speaker (choice->tag));
  GtkWidget       *swatch = presser_swatch_new (is_speaker ? PRESSER_SWATCH_DOT : PRESSER_SWATCH_SQUARE);
  g_autofree char *text = NULL;

  gtk_box_append (GTK_BOX (box), swatch);
  if (choice->kind == CHOICE_TAG)
    {
      g_autofree char *initials = presser_tag_dup_initials (choice->tag);

      text = g_strdup (presser_tag_get_name (choice->tag));
      presser_swatch_set (PRESSER_SWATCH (swatch), presser_tag_get_palette_place (choice->tag, self->document), initials, FALSE);
      gtk_box_append (GTK_BOX (box), make_name_label (text, typed));
      add_hints (self, box, choice->tag, typed);
    }
  else
    {
      /* Translators: %s is what the user typed */
      text = g_strdup_printf (is_speaker ? _ ("New speaker “%s”") : _ ("New topic “%s”"), typed);
      presser_swatch_set (PRESSER_SWATCH (swatch), -1, "+", !is_speaker);
      gtk_box_append (GTK_BOX (box), make_name_label (text, ""));
    }
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
remove_rows (PresserQuickTag *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  for (; row != NULL; row = gtk_list_box_get_row_at_index (self->list, 0))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
rebuild (PresserQuickTag *self)
{
  gboolean    speakers;
  gboolean    topics;
  const char *typed = get_typed (self, &speakers, &topics);
  guint       i;

  g_array_set_size (self->choices, 0);
  remove_rows (self);
  if (self->document == NULL)
    return;

  if (speakers)
    collect (self, presser_document_get_speakers (self->document), typed);
  if (topics)
    collect (self, presser_document_get_topics (self->document), typed);
  g_array_sort (self->choices, compare_choices);
  if (self->choices->len > MAX_CHOICES)
    g_array_set_size (self->choices, MAX_CHOICES);
  offer_new (self, typed, speakers, topics);

  for (i = 0; i < self->choices->len; i++)
    gtk_list_box_append (self->list, make_row (self, &g_array_index (self->choices, Choice, i), typed));
  /* With nothing typed, Enter means “done”. */
  gtk_list_box_select_row (self->list, *typed != '\0' ? gtk_list_box_get_row_at_index (self->list, 0) : NULL);
}

static void
changed_cb (PresserQuickTag *self)
{
  rebuild (self);
}

static void
choose (PresserQuickTag *self,
        guint            index)
{
  const Choice    *choice = &g_array_index (self->choices, Choice, index);
  gboolean         speakers;
  gboolean         topics;
  g_autofree char *typed = g_strstrip (g_strdup (get_typed (self, &speakers, &topics)));
  g_autoptr (GObject) tag = choice->tag != NULL ? g_object_ref (choice->tag) : NULL;
  const char *action;

  if (choice->kind == CHOICE_TAG)
    action = presser_tag_is_speaker (tag) ? "win.mark-speaker" : "win.mark-topic";
  else
    action = choice->kind == CHOICE_NEW_SPEAKER ? "win.mark-new-speaker" : "win.mark-new-topic";
  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", tag != NULL ? presser_tag_get_id (tag) : typed);
  gtk_editable_set_text (self->entry, "");
  rebuild (self);
}

static void
activated_cb (PresserQuickTag *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    choose (self, (guint) gtk_list_box_row_get_index (row));
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
row_activated_cb (PresserQuickTag *self,
                  GtkListBoxRow   *row)
{
  choose (self, (guint) gtk_list_box_row_get_index (row));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
move_selection (PresserQuickTag *self,
                int              step)
{
  GtkListBoxRow  *row = gtk_list_box_get_selected_row (self->list);
  int             index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow  *next = gtk_list_box_get_row_at_index (self->list, MAX (index, 0));
  graphene_rect_t bounds;
  GtkAdjustment  *adjustment = gtk_list_box_get_adjustment (self->list);

  if (next == NULL)
    return;
  gtk_list_box_select_row (self->list, next);
  /* The focus stays in the entry, so the list does not scroll by itself. */
  if (adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (next), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static gboolean
mark_by_key (PresserQuickTag *self,
             char             key)
{
  g_autoptr (GObject) tag = presser_tag_dup_for_key (self->document, key);

  if (tag == NULL)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.mark-key", "s", (char[]){ key, '\0' });
  return TRUE;
}

static void
make_topic_of_typed (PresserQuickTag *self)
{
  gboolean         speakers;
  gboolean         topics;
  g_autofree char *typed = g_strstrip (g_strdup (get_typed (self, &speakers, &topics)));

  if (*typed == '\0')
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.mark-new-topic", "s", typed);
  gtk_editable_set_text (self->entry, "");
}

static gboolean
key_pressed_cb (PresserQuickTag *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean        is_empty = *gtk_editable_get_text (self->entry) == '\0';
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  guint32         letter = gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));

  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_Up)
    {
      move_selection (self, keyval == GDK_KEY_Down ? 1 : -1);
      return TRUE;
    }
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && modifiers == GDK_CONTROL_MASK)
    {
      make_topic_of_typed (self);
      return TRUE;
    }
  if (modifiers == 0 && is_empty && letter >= '1' && letter <= '9')
    return mark_by_key (self, (char) letter);
  if (modifiers == GDK_ALT_MASK && letter >= 'a' && letter <= 'j')
    return mark_by_key (self, (char) letter);
  return FALSE;
}

/**
 * presser_quick_tag_new:
 *
 * Returns: (transfer floating): a box that is not open
 */
GtkWidget *
presser_quick_tag_new (void)
{
  return g_object_new (PRESSER_TYPE_QUICK_TAG, NULL);
}

/**
 * presser_quick_tag_set_document:
 * @self: the box
 * @document: (nullable): whose speakers and topics to offer
 */
void
presser_quick_tag_set_document (PresserQuickTag *self,
                                PresserDocument *document)
{
  g_return_if_fail (PRESSER_IS_QUICK_TAG (self));

  g_set_object (&self->document, document);
  g_clear_object (&self->statement);
  g_ptr_array_set_size (self->recent, 0);
  rebuild (self);
}

/**
 * presser_quick_tag_open:
 * @self: the box
 * @place: what to point at, in coordinates of its parent
 * @typed: what stands in the entry at first
 * @statement: (nullable): what is there already
 */
void
presser_quick_tag_open (PresserQuickTag    *self,
                        const GdkRectangle *place,
                        const char         *typed,
                        PresserStatement   *statement)
{
  g_return_if_fail (PRESSER_IS_QUICK_TAG (self));

  g_set_object (&self->statement, statement);
  gtk_editable_set_text (self->entry, typed);
  rebuild (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
}

/**
 * presser_quick_tag_set_statement:
 * @self: the box
 * @statement: (nullable): what stands at the selection by now
 */
void
presser_quick_tag_set_statement (PresserQuickTag  *self,
                                 PresserStatement *statement)
{
  g_return_if_fail (PRESSER_IS_QUICK_TAG (self));

  if (g_set_object (&self->statement, statement) && gtk_widget_get_visible (GTK_WIDGET (self)))
    rebuild (self);
}

/**
 * presser_quick_tag_remember:
 * @self: the box
 * @tag_id: of a speaker or a topic that was just used
 */
void
presser_quick_tag_remember (PresserQuickTag *self,
                            const char      *tag_id)
{
  guint i;

  g_return_if_fail (PRESSER_IS_QUICK_TAG (self));

  if (g_ptr_array_find_with_equal_func (self->recent, tag_id, g_str_equal, &i))
    g_ptr_array_remove_index (self->recent, i);
  g_ptr_array_add (self->recent, g_strdup (tag_id));
}

static void
presser_quick_tag_dispose (GObject *object)
{
  PresserQuickTag *self = PRESSER_QUICK_TAG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PRESSER_TYPE_QUICK_TAG);
  g_clear_object (&self->document);
  g_clear_object (&self->statement);
  g_clear_pointer (&self->recent, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_array_unref);

  G_OBJECT_CLASS (presser_quick_tag_parent_class)->dispose (object);
}

static void
presser_quick_tag_class_init (PresserQuickTagClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_quick_tag_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-quick-tag.ui");
  gtk_widget_class_bind_template_child (widget_class, PresserQuickTag, entry);
  gtk_widget_class_bind_template_child (widget_class, PresserQuickTag, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
presser_quick_tag_init (PresserQuickTag *self)
{
  self->recent = g_ptr_array_new_with_free_func (g_free);
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_array_set_clear_func (self->choices, choice_clear);
  gtk_widget_init_template (GTK_WIDGET (self));
}
