/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What Presser knows of TEI's elements, as tables. Source: TEI P5 4.12.0, content models of the elements. */

#include "presser-tei-vocabulary-private.h"

#include <stdlib.h>
#include <string.h>

static const char *const containers[] = {
  "TEI", "TEI.2", "teiCorpus", "text", "front", "body", "back", "group", "floatingText", "div", "div0", "div1", "div2",
  "div3", "div4", "div5", "div6", "div7", "lg", "sp", "spGrp", "u", "annotationBlock", "list", "table", "row", "figure",
  "argument", "castList", "castGroup", "listBibl", "opener", "closer", "postscript", "titlePage", "docTitle", "epigraph",
  "set", "performance", "prologue", "epilogue", "address", "entry", "superEntry", "listEvent", "listPerson", "listPlace",
  "listOrg", "listObject", "docImprint", NULL
};

static const char *const blocks[] = {
  "p", "head", "ab", "l", "item", "cell", "byline", "dateline", "speaker", "trailer", "castItem", "titlePart",
  "docAuthor", "docEdition", "imprimatur", NULL
};

static const char *const blocks_or_inline[] = {
  "seg", "stage", "salute", "signed", "addrLine", "bibl", "docDate", "move", "camera", "caption", "sound", "tech", "label", NULL
};

static const char *const blocks_or_hidden[] = {
  "note", "writing", "figDesc", "fw", NULL
};

static const char *const events[] = {
  "kinesic", "vocal", "incident", NULL
};

static const char *const hidden[] = {
  "desc", "gap", "pause", "shift", "index", "spanGrp", "span", "linkGrp", "link", "interpGrp", "interp", "timeline", "when", "certainty",
  "precision", "respons", "alt", "altGrp", "join", "joinGrp", "xenoData", "listAnnotation", "annotation", "noteGrp", "graphic",
  "media", "metamark", "teiHeader", "standOff", "facsimile", "sourceDoc", "fsdDecl", NULL
};

/* Elements in whose content `said` is valid, in the order of strcmp. */
static const char *const with_said[] = {
  "ab", "abbr", "accMat", "acquisition", "actor", "add", "addName", "additions", "addrLine", "affiliation",
  "argument", "author", "biblScope", "birth", "bloc", "body", "camera", "caption", "case", "catchwords", "cell",
  "change", "cit", "citedRange", "cl", "collation", "colloc", "colophon", "condition", "corr", "country",
  "custEvent", "damage", "death", "decoNote", "def", "del", "desc", "dictScrap", "distinct", "distributor",
  "district", "div", "div1", "div2", "div3", "div4", "div5", "div6", "div7", "docAuthor", "docDate", "docEdition",
  "edition", "editor", "education", "email", "emph", "entryFree", "epigraph", "epilogue", "etym", "eventName",
  "expan", "explicit", "extent", "fDescr", "faith", "figDesc", "figure", "filiation", "finalRubric", "floruit",
  "foliation", "foreign", "forename", "form", "fsDescr", "fw", "gen", "genName", "gender", "geoDecl", "geogFeat",
  "geogName", "gloss", "gram", "gramGrp", "handNote", "head", "headItem", "headLabel", "heraldry", "hi", "hyph",
  "iType", "imprimatur", "incipit", "item", "l", "label", "lang", "layout", "lbl", "lem", "licence", "material",
  "measure", "meeting", "mentioned", "metamark", "mod", "mood", "musicNotation", "name", "nameLink", "nationality",
  "note", "num", "number", "objectName", "objectType", "occupation", "offset", "orgName", "orig", "origPlace",
  "origin", "orth", "p", "per", "performance", "persName", "persPronouns", "phr", "placeName", "pos", "post",
  "postscript", "prologue", "pron", "provenance", "pubPlace", "publisher", "q", "quote", "rb", "rdg", "ref", "reg",
  "region", "rendition", "residence", "restore", "retrace", "rhyme", "role", "roleDesc", "roleName", "rs", "rt",
  "rubric", "s", "said", "salute", "scriptNote", "secFol", "secl", "seg", "set", "settlement", "sex", "sic",
  "signatures", "signed", "soCalled", "socecStatus", "sound", "source", "sp", "speaker", "stage", "stamp", "street",
  "stress", "subc", "summary", "supplied", "support", "surname", "surplus", "surrogates", "syll", "tagUsage",
  "tech", "term", "textLang", "title", "titlePart", "tns", "trailer", "typeNote", "u", "unclear", "unit", "usg",
  "view", "watermark", "wit", "witness", "writing", "xr"
};

/* The order in which the schema wants what Presser inserts; where it wants none, the order of habit. */
static const struct
{
  const char       *parent;
  const char *const children[16];
} ranks[] = {
  { "TEI", { "teiHeader", "fsdDecl", "facsimile", "sourceDoc", "standOff", "text" } },
  { "teiHeader", { "fileDesc", "encodingDesc", "profileDesc", "xenoData", "revisionDesc" } },
  { "fileDesc", { "titleStmt", "editionStmt", "extent", "publicationStmt", "seriesStmt", "notesStmt", "sourceDesc" } },
  { "titleStmt", { "title", "author", "editor", "meeting", "respStmt", "sponsor", "funder", "principal" } },
  { "sourceDesc", { "bibl", "biblStruct", "biblFull", "recordingStmt" } },
  { "encodingDesc", { "projectDesc", "samplingDecl", "editorialDecl", "tagsDecl", "refsDecl", "classDecl", "appInfo" } },
  { "profileDesc", { "creation", "langUsage", "particDesc", "settingDesc", "textDesc", "textClass" } },
  { "particDesc", { "p", "listPerson", "listOrg" } },
  { "setting", { "placeName", "name", "date", "time", "activity" } },
  { "person", { "persName", "sex", "birth", "death", "occupation", "affiliation", "idno" } },
  { "category", { "desc", "catDesc", "category" } },
  { "standOff", { "timeline", "listPerson", "listAnnotation" } },
};

static gboolean
is_in (const char *const *names,
       const char        *name)
{
  return g_strv_contains (names, name);
}

/* What the element means for the lines of the text. */
PresserTeiClass
presser_tei_vocabulary_classify (const char *element)
{
  static const struct
  {
    const char *const *names;
    PresserTeiClass class;
  } classes[] = {
    { containers, PRESSER_TEI_CONTAINER },
    { blocks, PRESSER_TEI_BLOCK },
    { blocks_or_inline, PRESSER_TEI_BLOCK_OR_INLINE },
    { blocks_or_hidden, PRESSER_TEI_BLOCK_OR_HIDDEN },
    { events, PRESSER_TEI_EVENT },
    { hidden, PRESSER_TEI_HIDDEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (is_in (classes[i].names, element))
      return classes[i].class;

  return PRESSER_TEI_INLINE;
}

static int
compare_names (const void *one,
               const void *other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

/* Whether `said` may stand directly in the element; the name of one outside TEI is empty. */
gboolean
presser_tei_vocabulary_holds_said (const char *element)
{
  return bsearch (&element, with_said, G_N_ELEMENTS (with_said), sizeof (char *), compare_names) != NULL;
}

/* Place of @child among the children of @parent, or -1 if it is not in the table. */
int
presser_tei_vocabulary_rank (const char *parent,
                             const char *child)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (strcmp (ranks[i].parent, parent) == 0)
      for (int rank = 0; ranks[i].children[rank] != NULL; rank++)
        if (strcmp (ranks[i].children[rank], child) == 0)
          return rank;

  return -1;
}

static PresserParagraphKind
get_note_kind (const char *type)
{
  static const struct
  {
    const char          *type;
    PresserParagraphKind kind;
  } kinds[] = {
    { "speaker", PRESSER_PARAGRAPH_LABEL },
    { "heading", PRESSER_PARAGRAPH_HEADING },
    { "dateline", PRESSER_PARAGRAPH_DATELINE },
    { "byline", PRESSER_PARAGRAPH_BYLINE },
  };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].type, type) == 0)
      return kinds[i].kind;

  return PRESSER_PARAGRAPH_NOTE;
}

/* @type: the element's type attribute, or NULL. */
PresserParagraphKind
presser_tei_vocabulary_get_kind (const char *element,
                                 const char *type,
                                 gboolean    in_turn)
{
  static const struct
  {
    const char          *element;
    PresserParagraphKind kind;
  } kinds[] = {
    { "head", PRESSER_PARAGRAPH_HEADING },
    { "titlePart", PRESSER_PARAGRAPH_HEADING },
    { "speaker", PRESSER_PARAGRAPH_LABEL },
    { "dateline", PRESSER_PARAGRAPH_DATELINE },
    { "byline", PRESSER_PARAGRAPH_BYLINE },
    { "stage", PRESSER_PARAGRAPH_STAGE },
    { "desc", PRESSER_PARAGRAPH_STAGE },
    { "writing", PRESSER_PARAGRAPH_STAGE },
    { "figDesc", PRESSER_PARAGRAPH_NOTE },
    { "fw", PRESSER_PARAGRAPH_NOTE },
  };

  if (strcmp (element, "note") == 0)
    return get_note_kind (type);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].element, element) == 0)
      return kinds[i].kind;

  return in_turn ? PRESSER_PARAGRAPH_SPEECH : PRESSER_PARAGRAPH_BODY;
}
