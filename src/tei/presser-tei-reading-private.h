/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"
#include "presser-tei-neighbours-private.h"
#include "presser-tei-prefix-private.h"
#include "presser-tei-source-private.h"

G_BEGIN_DECLS

/* What a source says, with the place of everything that may be patched. Characters are code points. */

typedef enum
{
  PRESSER_TEI_SEGMENT_PLAIN,  /* one character after the other, as UTF-8 */
  PRESSER_TEI_SEGMENT_FOLDED, /* all its characters stand for all its bytes: folded blanks, a reference */
  PRESSER_TEI_SEGMENT_BREAK,  /* the line end between two lines, and the markup between them */
} PresserTeiSegmentKind;

/* A segment ends, in characters, where the next one begins. */
typedef struct
{
  guint32               position;
  guint32               start;
  guint32               end;
  PresserTeiSegmentKind kind;
} PresserTeiSegment;

typedef struct
{
  guint32 element; /* the block or container that the line stands in */
  guint32 turn;    /* the `u` or `sp` around it, or PRESSER_TEI_NONE */
  guint32 start;   /* bytes between the tags of blocks */
  guint32 end;
  guint   position;
  guint   length;
} PresserTeiLine;

/* One `said`, or a `q` that says who. */
typedef struct
{
  guint32      element;
  PresserRange range;    /* empty if there is no text in it */
  guint        record;   /* of which statement, or G_MAXUINT */
  gboolean     is_quote; /* a `q`, which stays when the statement goes */
} PresserTeiPart;

/* A statement as it stands in the file. */
typedef struct
{
  guint             number;           /* among the records */
  PresserStatement *statement;        /* as last read or saved */
  GArray           *ranges;           /* of PresserRange, normal form */
  GArray           *parts;            /* of guint, in text order */
  char             *extra_ana;        /* pointers in @ana that say nothing to Presser, or NULL */
  char             *extra_attributes; /* attributes that say nothing to Presser, as source text with a blank before, or NULL */
  gboolean          has_id;           /* whether it is xml:id in the file */
  gboolean          has_status;
  gboolean          has_moved;  /* its words stand elsewhere than it says */
  gboolean          is_quote;   /* its first part is a `q` */
  guint32           annotation; /* if it is written stand-off, or PRESSER_TEI_NONE */
  guint32           note;       /* elements, or PRESSER_TEI_NONE */
  guint32           embargo;
  guint32           made;
  guint32           changed;
} PresserTeiRecord;

/* A speaker, topic or annotator as it stands in the file. */
typedef struct
{
  GObject *object;
  guint32  element; /* or PRESSER_TEI_NONE if only pointers name it */
} PresserTeiEntry;

typedef struct
{
  PresserTeiSource     *source;
  PresserTeiNeighbours *neighbours; /* borrowed, or NULL */
  PresserTeiPrefixes   *prefixes;
  char                 *text;
  guint                 n_characters;
  GArray               *line_starts;    /* of guint32: bytes of the text; NULL until somebody asks */
  GArray               *segments;       /* of PresserTeiSegment, with one more at the end of the text */
  const char           *recent;         /* the place of a character that was asked for last; or NULL */
  guint                 recent_segment; /* position of its segment */
  guint                 recent_offset;  /* of the character in that */
  GArray               *lines;          /* of PresserTeiLine */
  GPtrArray            *paragraphs;     /* of PresserParagraph, one a line */
  GArray               *parts;          /* of PresserTeiPart, in order of their start tags */
  GPtrArray            *records;        /* of PresserTeiRecord */
  GHashTable           *record_ids;     /* statement id: PresserTeiRecord */
  GArray               *speakers;       /* of PresserTeiEntry */
  GArray               *topics;
  GArray               *annotators;
  GHashTable           *topic_ids; /* id: entry object */
  PresserMetadata      *metadata;
  GPtrArray            *strays;       /* of PresserTeiStray */
  GHashTable           *removed;      /* in a file beside: ids of statements of the text's own file that are no more */
  gboolean              is_stand_off; /* whether it says that all statements shall be written stand-off */

  GPtrArray *asides; /* of PresserAside */
} PresserTeiReading;

/* @neighbours: (nullable): where to look for people and topics that the file only points at; must outlive the reading. */
PresserTeiReading *presser_tei_reading_new (PresserTeiSource     *source,
                                            PresserTeiNeighbours *neighbours,
                                            GError              **error);
/* The text and its places, without the statements, which a file may contradict. */
PresserTeiReading *presser_tei_reading_new_text (PresserTeiSource *source,
                                                 GError          **error);
PresserTeiReading *presser_tei_reading_new_beside (PresserTeiSource  *source,
                                                   PresserTeiReading *text);
void               presser_tei_reading_free (PresserTeiReading *self);
PresserDocument   *presser_tei_reading_make_document (PresserTeiReading *self,
                                                      PresserTeiReading *beside);
void               presser_tei_reading_reserve_ids (PresserTeiReading *self,
                                                    PresserDocument   *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserTeiReading, presser_tei_reading_free)

/* Bytes that a character stands for. */
typedef struct
{
  guint32               start;
  guint32               end;
  PresserTeiSegmentKind kind;
} PresserTeiPlace;

PresserTeiPlace presser_tei_reading_get_place (PresserTeiReading *self,
                                               guint              position);
guint           presser_tei_reading_find_line (PresserTeiReading *self,
                                               guint              position);

/* The first character at a place in the source or behind it. O(log n). */
guint presser_tei_reading_find_position (PresserTeiReading *self,
                                         guint32            place);

/* Ranges as a file can hold them: without blanks at their ends, and one where only blanks lie between two. */
PresserTeiPart *presser_tei_reading_find_part (PresserTeiReading *self,
                                               guint32            element);

typedef gboolean (*PresserTeiIsBlank) (gpointer text,
                                       guint    position);

/* How to look at a text that is read, or that of a document. */
typedef struct
{
  PresserTeiIsBlank is_blank;
  /* Behind the line at a position if it is a label, a note or a noise that lies whole in @between, else the position: a statement goes
   * on across these. */
  guint (*skip_aside) (gpointer     text,
                       guint        position,
                       PresserRange between);
} PresserTeiTextClass;

extern const PresserTeiTextClass presser_tei_reading_text_class;  /* of a PresserTeiReading */
extern const PresserTeiTextClass presser_tei_document_text_class; /* of a PresserDocument */

gboolean presser_tei_paragraph_is_aside (PresserParagraph *paragraph);
GArray  *presser_tei_normalize_ranges (const PresserTeiTextClass *class,
                                       gpointer            text,
                                       const PresserRange *ranges,
                                       guint               n_ranges);

/* presser-tei-text-reader.c, -statement-reader.c, -list-reader.c, -metadata.c */
gboolean presser_tei_read_text (PresserTeiReading *self,
                                GError           **error);
gboolean presser_tei_read_statements (PresserTeiReading *self,
                                      GError           **error);
void     presser_tei_read_statements_beside (PresserTeiReading *self,
                                             PresserTeiReading *text);
void     presser_tei_read_lists (PresserTeiReading *self);
/* These need the statements. */
void presser_tei_read_strangers (PresserTeiReading *self);
void presser_tei_read_notes (PresserTeiReading *self);
/* An empty element that stands for a blank, if no white space does. */
gboolean presser_tei_source_is_break (PresserTeiSource *source,
                                      guint32           element);
/* The target of a pointer: an id, or the whole pointer where it leaves the file. */
char *presser_tei_dup_target (const char *pointer);
char *presser_tei_dup_question (PresserTeiSource *source,
                                guint32           turn);
/* The same, where the file may have prefixes of its own. */
char    *presser_tei_reading_dup_target (PresserTeiReading *self,
                                         const char        *pointer);
char    *presser_tei_dup_pointer (const char *id);
char   **presser_tei_split_pointers (const char *pointers);
gboolean presser_tei_parse_time (const char *text,
                                 gint64     *seconds);

G_END_DECLS
