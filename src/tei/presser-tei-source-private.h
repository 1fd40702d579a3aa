/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "presser-tei-vocabulary-private.h"

G_BEGIN_DECLS

/* The bytes of a file and where everything lies in them. All places are bytes of @text, which is UTF-8 whatever the file
 * is. Never changes once made. */

#define PRESSER_TEI_NONE G_MAXUINT32

typedef enum
{
  PRESSER_TEI_TOKEN_TEXT,
  PRESSER_TEI_TOKEN_CDATA,
  PRESSER_TEI_TOKEN_START,
  PRESSER_TEI_TOKEN_EMPTY, /* <x/> */
  PRESSER_TEI_TOKEN_END,
  PRESSER_TEI_TOKEN_OTHER, /* comment, instruction, declaration */
} PresserTeiTokenKind;

/* A token ends where the next one begins. */
typedef struct
{
  guint32 start;
  guint32 element : 29; /* of a tag: whose; of anything else: in which, or PRESSER_TEI_NO_TOKEN_ELEMENT */
  guint32 kind : 3;
} PresserTeiToken;

#define PRESSER_TEI_NO_TOKEN_ELEMENT 0x1FFFFFFFu

typedef struct
{
  const char *name; /* as written, not NUL-terminated */
  guint       length;
  guint       prefix_length; /* with the colon, or 0 */
  char       *local;
  PresserTeiClass class;
} PresserTeiName;

typedef struct
{
  guint32 parent; /* or PRESSER_TEI_NONE */
  guint32 next;   /* first element that does not lie in this one */
  guint32 tag_start;
  guint32 tag_end;
  guint32 close_start; /* of an empty element tag: tag_end */
  guint32 close_end;
  guint32 token; /* of the start tag */
  guint16 name;
  guint16 is_tei : 1;
  guint16 is_empty_tag : 1;
  guint16 has_id : 1;
  guint16 has_language : 1;
  guint16 is_include : 1; /* xi:include */
} PresserTeiElement;

typedef struct
{
  GBytes     *bytes;    /* the file as it was read */
  char       *name;     /* for messages */
  char       *encoding; /* NULL: UTF-8 */
  GBytes     *utf8;
  const char *text; /* borrowed from utf8 */
  gsize       length;
  GArray     *tokens;      /* of PresserTeiToken, in order; a last one stands at the end of the text */
  GArray     *elements;    /* of PresserTeiElement, in order of their start tags */
  GPtrArray  *names;       /* of PresserTeiName */
  GHashTable *ids;         /* xml:id: element, the first of that id */
  GArray     *doubles;     /* of guint32: elements whose id stood before */
  GHashTable *entities;    /* name: replacement text without markup */
  GHashTable *sizes;       /* name: bytes of the whole replacement text of an entity */
  GHashTable *checkpoints; /* of presser-tei-stream.c; NULL until needed */
  gboolean    has_external_subset;
  gboolean    is_legacy; /* TEI without its namespace: P4 */
  const char *line_end;  /* static: "\n" or "\r\n" */
} PresserTeiSource;

PresserTeiSource *presser_tei_source_new (GBytes     *bytes,
                                          const char *name,
                                          GError    **error);
/* UTF-8 whatever it declares. */
PresserTeiSource *presser_tei_source_new_utf8 (GBytes     *utf8,
                                               const char *name,
                                               GError    **error);
PresserTeiSource *presser_tei_source_ref (PresserTeiSource *self);
void              presser_tei_source_unref (PresserTeiSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserTeiSource, presser_tei_source_unref)

/* Sets a PRESSER_ERROR with the name of the file and the line of a place. */
void  presser_tei_source_set_error (PresserTeiSource *self,
                                    guint32           place,
                                    GError          **error,
                                    int               code,
                                    const char       *reason);
guint presser_tei_source_get_line (PresserTeiSource *self,
                                   guint32           place,
                                   guint            *column);

static inline PresserTeiElement *
presser_tei_source_get_element (PresserTeiSource *self,
                                guint32           element)
{
  return &g_array_index (self->elements, PresserTeiElement, element);
}

static inline PresserTeiToken *
presser_tei_source_get_token (PresserTeiSource *self,
                              guint             token)
{
  return &g_array_index (self->tokens, PresserTeiToken, token);
}

static inline guint32
presser_tei_source_get_token_end (PresserTeiSource *self,
                                  guint             token)
{
  return g_array_index (self->tokens, PresserTeiToken, token + 1).start;
}

guint       presser_tei_source_find_token (PresserTeiSource *self,
                                           guint32           place);
const char *presser_tei_source_get_name (PresserTeiSource *self,
                                         guint32           element);
/* Whatever its namespace. */
const char     *presser_tei_source_get_local_name (PresserTeiSource *self,
                                                   guint32           element);
PresserTeiClass presser_tei_source_get_class (PresserTeiSource *self,
                                              guint32           element);
char           *presser_tei_source_dup_prefix (PresserTeiSource *self,
                                               guint32           element);
gboolean        presser_tei_source_is (PresserTeiSource *self,
                                       guint32           element,
                                       const char       *name);
/* Child elements in order; pass PRESSER_TEI_NONE as @previous for the first. */
guint32 presser_tei_source_next_child (PresserTeiSource *self,
                                       guint32           parent,
                                       guint32           previous);
guint32 presser_tei_source_find_child (PresserTeiSource *self,
                                       guint32           parent,
                                       const char       *name);
/* By a path of names, e.g. "teiHeader/fileDesc/titleStmt"; the first of each. */
guint32 presser_tei_source_find_path (PresserTeiSource *self,
                                      guint32           from,
                                      const char       *path);
guint32 presser_tei_source_find_root (PresserTeiSource *self);
guint32 presser_tei_source_find_id (PresserTeiSource *self,
                                    const char       *id);

/* Attributes, by name as written ("xml:id", "who"). The value decoded, or NULL. */
char *presser_tei_source_dup_attribute (PresserTeiSource *self,
                                        guint32           element,
                                        const char       *name);
/* Places: @start is behind the blank before the name; value without its quotes. */
typedef struct
{
  guint32 start;
  guint32 name_end;
  guint32 value_start;
  guint32 value_end;
  guint32 end;
} PresserTeiAttribute;

gboolean presser_tei_source_next_attribute (PresserTeiSource    *self,
                                            guint32              element,
                                            PresserTeiAttribute *attribute);
gboolean presser_tei_source_find_attribute (PresserTeiSource    *self,
                                            guint32              element,
                                            const char          *name,
                                            PresserTeiAttribute *attribute);
char    *presser_tei_source_dup_value (PresserTeiSource          *self,
                                       const PresserTeiAttribute *attribute);

/* Text of an element with white space folded, referenced white space kept; NULL if there is none. */
char *presser_tei_source_dup_text (PresserTeiSource *self,
                                   guint32           element);

/* One reference at @place (which holds an ampersand). */
typedef struct
{
  guint32     end;
  gunichar    character; /* if expansion is NULL */
  const char *expansion; /* of an entity; not NUL-terminated if it is the reference itself */
  gsize       expansion_length;
  gboolean    is_numeric;
} PresserTeiReference;

void presser_tei_source_read_reference (PresserTeiSource    *self,
                                        guint32              place,
                                        guint32              limit,
                                        PresserTeiReference *reference);

/* presser-tei-scan.c */
gboolean presser_tei_scan (PresserTeiSource *self,
                           GError          **error);
/* presser-tei-entity.c */
void presser_tei_scan_doctype (PresserTeiSource *self,
                               guint32           start,
                               guint32           end);
/* Whether the entities of the file are used to make it larger than anybody can mean. */
gboolean presser_tei_source_is_bomb (PresserTeiSource *self);
/* presser-tei-encoding.c */
gboolean presser_tei_encoding_read (PresserTeiSource *self,
                                    gboolean          is_utf8,
                                    GError          **error);
GBytes  *presser_tei_encoding_write (PresserTeiSource *self,
                                     GBytes           *utf8,
                                     GError          **error);

G_END_DECLS
