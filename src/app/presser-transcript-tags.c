/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-transcript-tags.h"

#include "presser-palette.h"

#define N_LABEL_TAGS (PRESSER_PALETTE_SIZE + 1) /* nobody's is the last */
#define N_ASIDE_TAGS 8                          /* room for so many lines; more is not shown below one paragraph */

struct _PresserTranscriptTags
{
  GtkTextTag *heading;
  GtkTextTag *dateline;
  GtkTextTag *stage;
  GtkTextTag *note;
  GtkTextTag *labels[N_LABEL_TAGS]; /* by the speaker's colour */
  GtkTextTag *asides[N_ASIDE_TAGS]; /* room below a paragraph for one line, two lines … */
  GHashTable *all;                  /* of GtkTextTag, borrowed from the buffer's table */

  GtkTextBuffer   *buffer;   /* borrowed: it owns this */
  PresserDocument *document; /* borrowed: the buffer owns it */
};

static GtkTextTag *
add_tag (PresserTranscriptTags *self,
         GtkTextTag            *tag)
{
  g_hash_table_add (self->all, tag);
  return tag;
}

static void
add_label_tags (PresserTranscriptTags *self)
{
  for (guint i = 0; i < N_LABEL_TAGS; i++)
    {
      GtkTextTag *tag = gtk_text_buffer_create_tag (self->buffer, NULL,
                                                    "weight", PANGO_WEIGHT_BOLD,
                                                    "scale", 0.85,
                                                    "pixels-below-lines", 0,
                                                    NULL);

      self->labels[i] = add_tag (self, tag);
    }
}

static void
add_aside_tags (PresserTranscriptTags *self)
{
  for (guint i = 0; i < N_ASIDE_TAGS; i++)
    self->asides[i] = add_tag (self, gtk_text_buffer_create_tag (self->buffer, NULL, NULL));
}

/**
 * presser_transcript_tags_new: (skip)
 * @buffer: the buffer that holds the text of @document and outlives the tags
 * @document: the document
 *
 * Creates the tags; nothing is tagged yet.
 *
 * Returns: (transfer full): the tags
 */
PresserTranscriptTags *
presser_transcript_tags_new (GtkTextBuffer   *buffer,
                             PresserDocument *document)
{
  PresserTranscriptTags *self = g_new0 (PresserTranscriptTags, 1);

  self->buffer = buffer;
  self->document = document;
  self->all = g_hash_table_new (NULL, NULL);
  self->heading = add_tag (self, gtk_text_buffer_create_tag (buffer, NULL,
                                                             "weight", PANGO_WEIGHT_BOLD,
                                                             "scale", 1.35,
                                                             "pixels-above-lines", 12,
                                                             NULL));
  self->dateline = add_tag (self, gtk_text_buffer_create_tag (buffer, NULL, NULL));
  self->note = add_tag (self, gtk_text_buffer_create_tag (buffer, NULL, "scale", 0.9, NULL));
  self->stage = add_tag (self, gtk_text_buffer_create_tag (buffer, NULL, "style", PANGO_STYLE_ITALIC, NULL));
  add_label_tags (self);
  if (presser_document_has_asides (document))
    add_aside_tags (self);

  return self;
}

/**
 * presser_transcript_tags_free: (skip)
 * @self: the tags
 *
 * Frees them; what is tagged stays so as long as the buffer lives.
 */
void
presser_transcript_tags_free (PresserTranscriptTags *self)
{
  g_hash_table_unref (self->all);
  g_free (self);
}

/**
 * presser_transcript_tags_set_appearance: (skip)
 * @self: the tags
 * @dark: whether the page is dark
 * @high_contrast: whether nothing may be dimmed
 *
 * Gives the tags the colours that go with the page.
 */
void
presser_transcript_tags_set_appearance (PresserTranscriptTags *self,
                                        gboolean               dark,
                                        gboolean               high_contrast)
{
  GdkRGBA dim;

  presser_palette_get_dim (dark, &dim);

  if (high_contrast)
    dim.alpha = 1.f;

  g_object_set (self->dateline, "foreground-rgba", &dim, NULL);
  g_object_set (self->stage, "foreground-rgba", &dim, NULL);
  g_object_set (self->note, "foreground-rgba", &dim, NULL);

  for (guint i = 0; i < N_LABEL_TAGS; i++)
    {
      GdkRGBA ink;

      presser_palette_get_ink (i < PRESSER_PALETTE_SIZE ? (int) i : -1, dark, &ink);
      g_object_set (self->labels[i], "foreground-rgba", &ink, NULL);
    }
}

/**
 * presser_transcript_tags_set_aside_height: (skip)
 * @self: the tags
 * @below: pixels below every paragraph
 * @line: pixels that a line of what stands beside the text takes
 *
 * Makes room below the paragraphs that have notes, noises and the like.
 */
void
presser_transcript_tags_set_aside_height (PresserTranscriptTags *self,
                                          int                    below,
                                          int                    line)
{
  for (guint i = 0; i < N_ASIDE_TAGS && self->asides[i] != NULL; i++)
    g_object_set (self->asides[i], "pixels-below-lines", below + line * ((int) i + 1), NULL);
}

static gboolean
is_aside_tag (PresserTranscriptTags *self,
              GtkTextTag            *tag)
{
  for (guint i = 0; i < N_ASIDE_TAGS; i++)
    if (self->asides[i] == tag)
      return TRUE;

  return FALSE;
}

/**
 * presser_transcript_tags_hold: (skip)
 * @self: the tags
 * @tag: any tag
 *
 * Returns: whether @tag is one of these
 */
gboolean
presser_transcript_tags_hold (PresserTranscriptTags *self,
                              GtkTextTag            *tag)
{
  return g_hash_table_contains (self->all, tag);
}

/* A label belongs to the turn behind it, if it does not itself say whose it is. */
static const char *
find_speaker (PresserTranscriptTags *self,
              guint                  label)
{
  const char *speaker = presser_paragraph_get_speaker (presser_document_get_paragraph (self->document, label));

  if (speaker != NULL || label + 1 >= presser_document_get_n_paragraphs (self->document))
    return speaker;

  return presser_paragraph_get_speaker (presser_document_get_paragraph (self->document, label + 1));
}

static GtkTextTag *
find_tag (PresserTranscriptTags *self,
          guint                  index)
{
  int colour;

  switch (presser_paragraph_get_kind (presser_document_get_paragraph (self->document, index)))
    {
    case PRESSER_PARAGRAPH_HEADING:
      return self->heading;
    case PRESSER_PARAGRAPH_LABEL:
      colour = presser_palette_find_speaker (self->document, find_speaker (self, index));
      return self->labels[colour >= 0 ? colour : PRESSER_PALETTE_SIZE];
    case PRESSER_PARAGRAPH_DATELINE:
    case PRESSER_PARAGRAPH_BYLINE:
      return self->dateline;
    case PRESSER_PARAGRAPH_STAGE:
      return self->stage;
    case PRESSER_PARAGRAPH_NOTE:
      return self->note;
    case PRESSER_PARAGRAPH_BODY:
    case PRESSER_PARAGRAPH_SPEECH:
    default:
      return NULL;
    }
}

static void
remove_others (PresserTranscriptTags *self,
               const GtkTextIter     *start,
               const GtkTextIter     *end,
               GtkTextTag            *tag,
               gboolean               is_aside)
{
  GtkTextIter iter = *start;

  do
    {
      g_autoptr (GSList) tags = gtk_text_iter_get_tags (&iter);

      for (GSList *link = tags; link != NULL; link = link->next)
        if (link->data != tag && presser_transcript_tags_hold (self, link->data) && is_aside_tag (self, link->data) == is_aside)
          gtk_text_buffer_remove_tag (self->buffer, link->data, start, end);
    }
  while (gtk_text_iter_forward_to_tag_toggle (&iter, NULL) && gtk_text_iter_compare (&iter, end) < 0);
}

static gboolean
is_tagged (const GtkTextIter *start,
           const GtkTextIter *end,
           GtkTextTag        *tag)
{
  GtkTextIter toggle = *start;

  return gtk_text_iter_has_tag (start, tag)
         && (!gtk_text_iter_forward_to_tag_toggle (&toggle, tag) || gtk_text_iter_compare (&toggle, end) >= 0);
}

static void
get_bounds (PresserTranscriptTags *self,
            guint                  paragraph,
            GtkTextIter           *start,
            GtkTextIter           *end)
{
  PresserRange range = presser_document_get_paragraph_range (self->document, paragraph);

  gtk_text_buffer_get_iter_at_offset (self->buffer, start, (int) range.start);
  *end = *start;
  /* Without the line end, but of an empty paragraph: a tag that goes on from one line to the next lets GTK take the look
   * of the line that it laid out last for that of the next one, wherever that stood. */
  gtk_text_iter_forward_chars (end, MAX ((int) presser_range_get_length (range), 1));
}

static void
set_tag (PresserTranscriptTags *self,
         guint                  index,
         GtkTextTag            *tag,
         gboolean               is_aside)
{
  GtkTextIter start, end;

  get_bounds (self, index, &start, &end);
  remove_others (self, &start, &end, tag, is_aside);

  if (tag != NULL && !is_tagged (&start, &end, tag))
    gtk_text_buffer_apply_tag (self->buffer, tag, &start, &end);
}

static GtkTextTag *
find_aside_tag (PresserTranscriptTags *self,
                guint                  index)
{
  g_autoptr (GPtrArray) asides = presser_document_dup_asides (self->document,
                                                              presser_document_get_paragraph_range (self->document, index));

  return asides->len == 0 ? NULL : self->asides[MIN (asides->len, N_ASIDE_TAGS) - 1];
}

static void
apply_to_paragraph (PresserTranscriptTags *self,
                    guint                  index)
{
  set_tag (self, index, find_tag (self, index), FALSE);
  if (self->asides[0] != NULL)
    set_tag (self, index, find_aside_tag (self, index), TRUE);
}

/* All of them in one walk. */
static void
apply_asides_first (PresserTranscriptTags *self)
{
  PresserRange whole = { 0, presser_text_get_length (presser_document_get_text (self->document)) };
  g_autoptr (GPtrArray) asides = presser_document_dup_asides (self->document, whole);
  guint first = 0;

  while (first < asides->len)
    {
      guint        paragraph = presser_document_find_paragraph (self->document, ((PresserAside *) asides->pdata[first])->position);
      PresserRange range = presser_document_get_paragraph_range (self->document, paragraph);
      guint        next = first;
      GtkTextIter  start, end;

      while (next < asides->len && ((PresserAside *) asides->pdata[next])->position <= range.end)
        next++;

      get_bounds (self, paragraph, &start, &end);
      gtk_text_buffer_apply_tag (self->buffer, self->asides[MIN (next - first, N_ASIDE_TAGS) - 1], &start, &end);
      first = MAX (next, first + 1);
    }
}

/**
 * presser_transcript_tags_apply_first: (skip)
 * @self: the tags
 *
 * Tags all paragraphs of a text that has no tags yet.
 */
void
presser_transcript_tags_apply_first (PresserTranscriptTags *self)
{
  guint n_paragraphs = presser_document_get_n_paragraphs (self->document);

  for (guint i = 0; i < n_paragraphs; i++)
    {
      GtkTextTag *tag = find_tag (self, i);
      GtkTextIter start, end;

      if (tag == NULL)
        continue;

      get_bounds (self, i, &start, &end);
      gtk_text_buffer_apply_tag (self->buffer, tag, &start, &end);
    }

  if (self->asides[0] != NULL)
    apply_asides_first (self);
}

/**
 * presser_transcript_tags_apply: (skip)
 * @self: the tags
 * @first: a paragraph
 * @last: another, not before it
 *
 * Brings paragraphs into the look of their kind, and touches none that has it.
 */
void
presser_transcript_tags_apply (PresserTranscriptTags *self,
                               guint                  first,
                               guint                  last)
{
  guint n_paragraphs = presser_document_get_n_paragraphs (self->document);

  for (guint i = first; i <= last && i < n_paragraphs; i++)
    apply_to_paragraph (self, i);
}

/**
 * presser_transcript_tags_apply_to_labels: (skip)
 * @self: the tags
 *
 * Brings all speaker labels into their colours, as when speakers have moved or changed theirs.
 */
void
presser_transcript_tags_apply_to_labels (PresserTranscriptTags *self)
{
  guint n_paragraphs = presser_document_get_n_paragraphs (self->document);

  for (guint i = 0; i < n_paragraphs; i++)
    {
      PresserParagraph *paragraph = presser_document_get_paragraph (self->document, i);

      if (presser_paragraph_get_kind (paragraph) == PRESSER_PARAGRAPH_LABEL)
        set_tag (self, i, find_tag (self, i), FALSE);
    }
}
