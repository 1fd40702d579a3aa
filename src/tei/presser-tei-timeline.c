/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Times in a recording: `timeline/when` with @interval and @since, or @absolute, as in TEI P5 chapter 17 and ISO 24624. */

#include "presser-tei-timeline-private.h"

#include <stdio.h>
#include <string.h>

#include "presser-tei-reading-private.h"

struct _PresserTeiTimeline
{
  PresserTeiSource *source; /* borrowed */
  GHashTable       *times;  /* id: pointer to gint64 */
};

static double
get_unit (const char *unit)
{
  static const struct
  {
    const char *name;
    double      milliseconds;
  } units[] = { { "ms", 1 }, { "s", 1000 }, { "min", 60000 }, { "h", 3600000 }, { "d", 86400000 } };

  for (guint i = 0; unit != NULL && i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].name, unit) == 0)
      return units[i].milliseconds;

  return 1000;
}

static gboolean
parse_clock (const char *text,
             gint64     *time)
{
  unsigned int hours;
  unsigned int minutes;
  double       seconds;

  if (text == NULL || sscanf (text, "%3u:%2u:%lf", &hours, &minutes, &seconds) != 3 || !(seconds >= 0 && seconds < 100))
    return FALSE;
  *time = ((gint64) hours * 60 + minutes) * 60000 + (gint64) (seconds * 1000 + 0.5);

  return TRUE;
}

static void
read_when (PresserTeiTimeline *self,
           guint32             when,
           const char         *unit,
           gint64             *origin)
{
  PresserTeiSource *source = self->source;
  g_autofree char  *id = presser_tei_source_dup_attribute (source, when, "xml:id");
  g_autofree char  *interval = presser_tei_source_dup_attribute (source, when, "interval");
  g_autofree char  *absolute = presser_tei_source_dup_attribute (source, when, "absolute");
  g_autofree char  *own_unit = presser_tei_source_dup_attribute (source, when, "unit");
  g_autofree char  *since = presser_tei_source_dup_attribute (source, when, "since");
  g_autofree char  *since_id = presser_tei_dup_target (since);
  gint64           *base = since_id == NULL ? NULL : g_hash_table_lookup (self->times, since_id);
  double            offset = interval == NULL ? -1 : g_ascii_strtod (interval, NULL) * get_unit (own_unit != NULL ? own_unit : unit);
  gint64            clock;
  gint64            time = 0;

  if (id == NULL)
    return;
  if (offset >= 0 && offset < 1e14)
    time = (base == NULL ? 0 : *base) + (gint64) (offset + 0.5);
  else if (parse_clock (absolute, &clock))
    {
      if (*origin < 0)
        *origin = clock;
      time = clock - *origin;
    }
  if (time < 0)
    return;
  g_hash_table_insert (self->times, g_steal_pointer (&id), g_memdup2 (&time, sizeof time));
}

static void
read_timeline (PresserTeiTimeline *self,
               guint32             timeline)
{
  g_autofree char *unit = presser_tei_source_dup_attribute (self->source, timeline, "unit");
  guint32          child = PRESSER_TEI_NONE;
  gint64           origin = -1;

  while ((child = presser_tei_source_next_child (self->source, timeline, child)) != PRESSER_TEI_NONE)
    if (presser_tei_source_is (self->source, child, "when"))
      read_when (self, child, unit, &origin);
}

PresserTeiTimeline *
presser_tei_timeline_new (PresserTeiSource *source)
{
  PresserTeiTimeline *self = NULL;

  for (guint32 element = 0; element < source->elements->len; element++)
    {
      if (!presser_tei_source_is (source, element, "timeline"))
        continue;
      if (self == NULL)
        {
          self = g_new0 (PresserTeiTimeline, 1);
          self->source = source;
          self->times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
        }
      read_timeline (self, element);
    }

  return self;
}

void
presser_tei_timeline_free (PresserTeiTimeline *self)
{
  g_hash_table_unref (self->times);
  g_free (self);
}

static gboolean
read_time (PresserTeiTimeline *self,
           guint32             element,
           const char         *attribute,
           gint64             *result)
{
  g_autofree char *pointer = presser_tei_source_dup_attribute (self->source, element, attribute);
  g_autofree char *id = presser_tei_dup_target (pointer);
  gint64          *time = id == NULL ? NULL : g_hash_table_lookup (self->times, id);

  if (time != NULL)
    *result = *time;

  return time != NULL;
}

gboolean
presser_tei_timeline_read_times (PresserTeiTimeline *self,
                                 guint32             element,
                                 gint64             *start,
                                 gint64             *end)
{
  gboolean has_start = read_time (self, element, "start", start) || read_time (self, element, "synch", start);
  gboolean has_end = read_time (self, element, "end", end);

  return has_start || has_end;
}
