/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The colours were sought by a program: as far apart as can be for readers who see all colours and for
 * those who lack red or green (distance in Oklab, after Machado, Oliveira and Fernandes 2009), each
 * with a contrast of at least 3:1 on the page. tests/app/test-palette.c measures that they still are.
 *
 * A tint is not just a thinned mark: its own brightness is brought to a level on which text can be
 * read. Laying tints over each other only nears that level, so that text stays readable under any
 * number of overlapping statements. */

#include "presser-palette.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#define N_SHADES (PRESSER_PALETTE_SIZE + 1) /* nobody's grey is the last */

/* Relative luminances as WCAG 2.1 defines them. */
#define TINT_LUMINANCE_LIGHT 0.45
#define TINT_LUMINANCE_DARK  0.12
#define INK_LUMINANCE_LIGHT  0.165
#define INK_LUMINANCE_DARK   0.26
#define TINT_OPACITY_LIGHT   0.38f
#define TINT_OPACITY_DARK    0.50f
#define DIM_OPACITY_LIGHT    0.60f
#define DIM_OPACITY_DARK     0.65f

typedef struct
{
  const char *name;
  guint       light;
  guint       dark;
} Shade;

static const Shade shades[N_SHADES] = {
  { N_ ("Blue"), 0x3e83f5, 0x3a95ff },
  { N_ ("Green"), 0x00a65d, 0x4cd68d },
  { N_ ("Orange"), 0xea690b, 0xf79401 },
  { N_ ("Purple"), 0x89519a, 0x9c76bc },
  { N_ ("Teal"), 0x3d9eab, 0xa3e2e0 },
  { N_ ("Red"), 0xb24055, 0xe66663 },
  { N_ ("Brown"), 0x5f3200, 0x8f6401 },
  { N_ ("Plum"), 0x8a0a75, 0xb93b76 },
  { N_ ("Navy"), 0x2b33a9, 0x515fd8 },
  { N_ ("Olive"), 0x4d6201, 0xdbde2a },
  { N_ ("Violet"), 0x5455d0, 0xc9aeff },
  { N_ ("Slate"), 0x254048, 0x8ba9b3 },
  { N_ ("Grey"), 0x808080, 0x9a9996 },
};

typedef struct
{
  GdkRGBA mark;
  GdkRGBA tint;
  GdkRGBA ink;
} Colours;

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
from_linear (double channel)
{
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * pow (channel, 1 / 2.4) - 0.055;
}

static double
get_luminance (const GdkRGBA *rgba)
{
  return 0.2126 * to_linear (rgba->red) + 0.7152 * to_linear (rgba->green) + 0.0722 * to_linear (rgba->blue);
}

/* Darkens towards black or lightens towards white, in light and not in numbers, so the hue stays. */
static void
set_luminance (GdkRGBA *rgba,
               double   target)
{
  float *channels[] = { &rgba->red, &rgba->green, &rgba->blue };
  double luminance = get_luminance (rgba);

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      double linear = to_linear (*channels[i]);

      if (luminance > target)
        linear *= target / luminance;
      else
        linear += (1 - linear) * (target - luminance) / (1 - luminance);

      *channels[i] = (float) from_linear (linear);
    }
}

static void
fill (Colours *colours,
      guint    hex,
      gboolean dark)
{
  GdkRGBA mark = { (float) (hex >> 16 & 0xff) / 255.f, (float) (hex >> 8 & 0xff) / 255.f, (float) (hex & 0xff) / 255.f, 1.f };

  colours->mark = mark;
  colours->tint = mark;
  set_luminance (&colours->tint, dark ? TINT_LUMINANCE_DARK : TINT_LUMINANCE_LIGHT);
  colours->tint.alpha = dark ? TINT_OPACITY_DARK : TINT_OPACITY_LIGHT;
  colours->ink = mark;

  if (dark ? get_luminance (&mark) < INK_LUMINANCE_DARK : get_luminance (&mark) > INK_LUMINANCE_LIGHT)
    set_luminance (&colours->ink, dark ? INK_LUMINANCE_DARK : INK_LUMINANCE_LIGHT);
}

static const Colours *
find_colours (int      colour,
              gboolean dark)
{
  static Colours table[2][N_SHADES];
  static gsize   is_filled = 0;

  if (g_once_init_enter (&is_filled))
    {
      for (guint i = 0; i < N_SHADES; i++)
        {
          fill (&table[FALSE][i], shades[i].light, FALSE);
          fill (&table[TRUE][i], shades[i].dark, TRUE);
        }

      g_once_init_leave (&is_filled, 1);
    }

  return &table[dark ? TRUE : FALSE][colour < 0 ? PRESSER_PALETTE_SIZE : colour % PRESSER_PALETTE_SIZE];
}

/**
 * presser_palette_get:
 * @colour: a place in the palette; negative for nobody's grey, beyond the end it starts anew
 * @dark: whether the background is dark
 * @rgba: (out caller-allocates): where to put the colour
 *
 * Gives the full colour for marks, bars and dots. Its contrast to the page is at least 3:1.
 */
void
presser_palette_get (int      colour,
                     gboolean dark,
                     GdkRGBA *rgba)
{
  g_return_if_fail (rgba != NULL);

  *rgba = find_colours (colour, dark)->mark;
}

/**
 * presser_palette_get_tint:
 * @colour: as for [func@palette_get]
 * @dark: whether the background is dark
 * @rgba: (out caller-allocates): where to put the colour, which is translucent
 *
 * Gives the tint for a band behind text, to be laid over the page. Text keeps a contrast of at
 * least 4.5:1 on any number of tints laid over each other.
 */
void
presser_palette_get_tint (int      colour,
                          gboolean dark,
                          GdkRGBA *rgba)
{
  g_return_if_fail (rgba != NULL);

  *rgba = find_colours (colour, dark)->tint;
}

/**
 * presser_palette_get_ink:
 * @colour: as for [func@palette_get]
 * @dark: whether the background is dark
 * @rgba: (out caller-allocates): where to put the colour
 *
 * Gives the colour for small text, with a contrast to the page of at least 4.5:1.
 */
void
presser_palette_get_ink (int      colour,
                         gboolean dark,
                         GdkRGBA *rgba)
{
  g_return_if_fail (rgba != NULL);

  *rgba = find_colours (colour, dark)->ink;
}

/**
 * presser_palette_get_dim:
 * @dark: whether the background is dark
 * @rgba: (out caller-allocates): where to put the colour, which is translucent
 *
 * Gives the colour for text that stands back, with a contrast to the page of at least 4.5:1, on a
 * tint too.
 */
void
presser_palette_get_dim (gboolean dark,
                         GdkRGBA *rgba)
{
  float level = dark ? 1.f : 0.f;

  g_return_if_fail (rgba != NULL);

  *rgba = (GdkRGBA){ level, level, level, dark ? DIM_OPACITY_DARK : DIM_OPACITY_LIGHT };
}

/**
 * presser_palette_get_name:
 * @colour: as for [func@palette_get]
 *
 * Returns: what to call the colour, translated: colours are chosen by name too
 */
const char *
presser_palette_get_name (int colour)
{
  return _ (shades[colour < 0 ? PRESSER_PALETTE_SIZE : colour % PRESSER_PALETTE_SIZE].name);
}

typedef const char *(*GetId) (gpointer item);

static gboolean
stands_at (GListModel *list,
           guint       position,
           GetId       get_id,
           const char *id)
{
  g_autoptr (GObject) item = g_list_model_get_item (list, position);

  return item != NULL && g_str_equal (get_id (item), id);
}

static void
note_places (GHashTable *places,
             GListModel *list,
             GetId       get_id)
{
  g_hash_table_remove_all (places);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      g_hash_table_insert (places, g_strdup (get_id (item)), GUINT_TO_POINTER (i));
    }
}

/* Places are remembered beside the document and checked at each use: whoever asks while a list is
 * just changing gets the right answer, whatever the order of the handlers. */
static guint
find_place (PresserDocument *document,
            GListModel      *list,
            GetId            get_id,
            const char      *key,
            const char      *id)
{
  GHashTable *places = g_object_get_data (G_OBJECT (document), key);

  if (places == NULL)
    {
      places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (document), key, places, (GDestroyNotify) g_hash_table_unref);
    }

  if (!stands_at (list, GPOINTER_TO_UINT (g_hash_table_lookup (places, id)), get_id, id))
    note_places (places, list, get_id);

  return GPOINTER_TO_UINT (g_hash_table_lookup (places, id));
}

/**
 * presser_palette_find_speaker:
 * @document: the document
 * @speaker_id: (nullable): the id of a speaker
 *
 * Returns: the speaker's place in the palette: its own, else one that follows from its place in the
 *   list; -1 for nobody
 */
int
presser_palette_find_speaker (PresserDocument *document,
                              const char      *speaker_id)
{
  PresserSpeaker *speaker;
  guint           place;

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (document), -1);

  speaker = speaker_id != NULL ? presser_document_get_speaker (document, speaker_id) : NULL;

  if (speaker == NULL)
    return -1;

  if (presser_speaker_get_colour (speaker) != PRESSER_COLOUR_AUTOMATIC)
    return presser_speaker_get_colour (speaker) % PRESSER_PALETTE_SIZE;

  place = find_place (document, presser_document_get_speakers (document), (GetId) presser_speaker_get_id,
                      "presser-palette-speakers", speaker_id);
  return (int) (place % PRESSER_PALETTE_SIZE);
}

/**
 * presser_palette_find_topic:
 * @document: the document
 * @topic_id: (nullable): the id of a topic
 *
 * Returns: the topic's place in the palette: its own, else one that follows from its place in the
 *   list; -1 for none
 */
int
presser_palette_find_topic (PresserDocument *document,
                            const char      *topic_id)
{
  PresserTopic *topic;
  guint         place;

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (document), -1);

  topic = topic_id != NULL ? presser_document_get_topic (document, topic_id) : NULL;

  if (topic == NULL)
    return -1;

  if (presser_topic_get_colour (topic) != PRESSER_COLOUR_AUTOMATIC)
    return presser_topic_get_colour (topic) % PRESSER_PALETTE_SIZE;

  place = find_place (document, presser_document_get_topics (document), (GetId) presser_topic_get_id,
                      "presser-palette-topics", topic_id);
  return (int) ((place + PRESSER_PALETTE_TOPIC_OFFSET) % PRESSER_PALETTE_SIZE);
}
