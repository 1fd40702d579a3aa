/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A database to ask questions of. Made in memory and handed over as the bytes of its file. */

#include "presser-exporters.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include "presser-export-job.h"

static const char schema[] =
    "CREATE TABLE documents (document INTEGER PRIMARY KEY, name TEXT NOT NULL, title TEXT, date TEXT, place TEXT,"
    " event TEXT, source TEXT, publisher TEXT, language TEXT, text TEXT NOT NULL);"
    "CREATE TABLE speakers (document INTEGER NOT NULL REFERENCES documents, id TEXT NOT NULL, name TEXT NOT NULL,"
    " role TEXT, affiliation TEXT, PRIMARY KEY (document, id));"
    "CREATE TABLE topics (document INTEGER NOT NULL REFERENCES documents, id TEXT NOT NULL, label TEXT NOT NULL,"
    " parent TEXT, definition TEXT, PRIMARY KEY (document, id));"
    "CREATE TABLE statements (document INTEGER NOT NULL REFERENCES documents, id TEXT NOT NULL, speaker TEXT,"
    " credit TEXT, kind TEXT NOT NULL, ground_rule TEXT NOT NULL, status TEXT NOT NULL, certainty TEXT,"
    " quote TEXT NOT NULL, before TEXT, after TEXT, question TEXT, note TEXT, paragraph INTEGER NOT NULL,"
    " start INTEGER NOT NULL, end INTEGER NOT NULL, start_time TEXT, end_time TEXT, annotator TEXT, made TEXT,"
    " changed TEXT, PRIMARY KEY (document, id),"
    " FOREIGN KEY (document, speaker) REFERENCES speakers (document, id));"
    "CREATE TABLE ranges (document INTEGER NOT NULL, statement TEXT NOT NULL, part INTEGER NOT NULL,"
    " start INTEGER NOT NULL, end INTEGER NOT NULL, PRIMARY KEY (document, statement, part),"
    " FOREIGN KEY (document, statement) REFERENCES statements (document, id));"
    "CREATE TABLE statement_topics (document INTEGER NOT NULL, statement TEXT NOT NULL, topic TEXT NOT NULL,"
    " PRIMARY KEY (document, statement, topic),"
    " FOREIGN KEY (document, statement) REFERENCES statements (document, id),"
    " FOREIGN KEY (document, topic) REFERENCES topics (document, id));";

enum
{
  INSERT_DOCUMENT,
  INSERT_SPEAKER,
  INSERT_TOPIC,
  INSERT_STATEMENT,
  INSERT_RANGE,
  INSERT_STATEMENT_TOPIC,
  N_INSERTS,
};

static const char *const inserts[N_INSERTS] = {
  [INSERT_DOCUMENT] = "INSERT INTO documents VALUES (?,?,?,?,?,?,?,?,?,?)",
  [INSERT_SPEAKER] = "INSERT OR IGNORE INTO speakers VALUES (?,?,?,?,?)",
  [INSERT_TOPIC] = "INSERT INTO topics VALUES (?,?,?,?,?)",
  [INSERT_STATEMENT] = "INSERT INTO statements VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
  [INSERT_RANGE] = "INSERT INTO ranges VALUES (?,?,?,?,?)",
  [INSERT_STATEMENT_TOPIC] = "INSERT OR IGNORE INTO statement_topics VALUES (?,?,?)",
};

typedef struct
{
  sqlite3      *database;
  sqlite3_stmt *inserts[N_INSERTS];
  gboolean      failed;
} Base;

static void
base_close (Base *base)
{
  for (guint i = 0; i < N_INSERTS; i++)
    sqlite3_finalize (base->inserts[i]);
  sqlite3_close (base->database);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Base, base_close)

static void
check (Base *base,
       int   result)
{
  if (result != SQLITE_OK && result != SQLITE_DONE)
    base->failed = TRUE;
}

static void
base_open (Base *base)
{
  check (base, sqlite3_open (":memory:", &base->database));
  check (base, sqlite3_exec (base->database, schema, NULL, NULL, NULL));
  check (base, sqlite3_exec (base->database, "BEGIN", NULL, NULL, NULL));
  for (guint i = 0; i < N_INSERTS; i++)
    check (base, sqlite3_prepare_v2 (base->database, inserts[i], -1, &base->inserts[i], NULL));
}

/* The first column is always the number of the document; what follows is text. */
static void
insert_texts (Base              *base,
              guint              which,
              guint              document,
              const char *const *values,
              guint              n_values)
{
  sqlite3_stmt *insert = base->inserts[which];

  check (base, sqlite3_bind_int64 (insert, 1, document));
  for (guint i = 0; i < n_values; i++)
    check (base, sqlite3_bind_text (insert, i + 2, values[i], -1, SQLITE_TRANSIENT));
  check (base, sqlite3_step (insert));
  check (base, sqlite3_reset (insert));
}

static void
insert_document (Base              *base,
                 guint              number,
                 PresserExportView *view)
{
  g_autofree char *text = presser_export_view_dup_text (view);
  const char      *values[] = {
         presser_export_view_get_source (view)->name,
         presser_export_view_get_metadata (view, PRESSER_METADATA_TITLE),
         presser_export_get_date (view),
         presser_export_view_get_metadata (view, PRESSER_METADATA_PLACE),
         presser_export_view_get_metadata (view, PRESSER_METADATA_EVENT),
         presser_export_view_get_metadata (view, PRESSER_METADATA_SOURCE),
         presser_export_view_get_metadata (view, PRESSER_METADATA_PUBLISHER),
         presser_export_view_get_metadata (view, PRESSER_METADATA_LANGUAGE),
         text,
  };

  insert_texts (base, INSERT_DOCUMENT, number, values, G_N_ELEMENTS (values));
}

static void
insert_topics (Base              *base,
               guint              number,
               PresserExportView *view)
{
  GListModel *topics = presser_document_get_topics (presser_export_view_get_document (view));
  guint       n_topics = g_list_model_get_n_items (topics);

  for (guint i = 0; i < n_topics; i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);
      const char *values[] = {
        presser_topic_get_id (topic),
        presser_topic_get_label (topic),
        presser_topic_get_parent (topic),
        presser_topic_get_definition (topic),
      };

      insert_texts (base, INSERT_TOPIC, number, values, G_N_ELEMENTS (values));
    }
}

/* SQLite turns figures into numbers by itself where the column is an INTEGER. */
static void
insert_statement (Base                   *base,
                  guint                   number,
                  const PresserExportRow *row)
{
  static const PresserColumn columns[] = {
    PRESSER_COLUMN_KIND, PRESSER_COLUMN_GROUND_RULE, PRESSER_COLUMN_STATUS, PRESSER_COLUMN_CERTAINTY,
    PRESSER_COLUMN_QUOTE, PRESSER_COLUMN_BEFORE, PRESSER_COLUMN_AFTER, PRESSER_COLUMN_QUESTION,
    PRESSER_COLUMN_NOTE, PRESSER_COLUMN_PARAGRAPH, PRESSER_COLUMN_START, PRESSER_COLUMN_END,
    PRESSER_COLUMN_START_TIME, PRESSER_COLUMN_END_TIME, PRESSER_COLUMN_ANNOTATOR, PRESSER_COLUMN_MADE, PRESSER_COLUMN_CHANGED
  };
  const PresserExportCredit *credit = &row->credit;
  const char                *speaker[] = { credit->id, credit->name, credit->role, credit->affiliation };
  const char                *values[G_N_ELEMENTS (columns) + 3] = { row->cells[PRESSER_COLUMN_ID], credit->id, credit->name };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    values[i + 3] = row->cells[columns[i]];
  if (credit->id != NULL)
    insert_texts (base, INSERT_SPEAKER, number, speaker, G_N_ELEMENTS (speaker));
  insert_texts (base, INSERT_STATEMENT, number, values, G_N_ELEMENTS (values));
}

static void
insert_places (Base             *base,
               guint             number,
               PresserStatement *statement)
{
  guint               n_ranges = 0;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);

  for (guint i = 0; i < n_ranges; i++)
    {
      g_autofree char *part = g_strdup_printf ("%u", i + 1);
      g_autofree char *start = g_strdup_printf ("%u", ranges[i].start);
      g_autofree char *end = g_strdup_printf ("%u", ranges[i].end);
      const char      *values[] = { presser_statement_get_id (statement), part, start, end };

      insert_texts (base, INSERT_RANGE, number, values, G_N_ELEMENTS (values));
    }
}

static void
insert_topics_of (Base             *base,
                  guint             number,
                  PresserStatement *statement)
{
  const char *const *topics = presser_statement_get_topics (statement);

  for (guint i = 0; topics[i] != NULL; i++)
    {
      const char *values[] = { presser_statement_get_id (statement), topics[i] };

      insert_texts (base, INSERT_STATEMENT_TOPIC, number, values, G_N_ELEMENTS (values));
    }
}

static void
insert_all (Base              *base,
            guint              number,
            PresserExportView *view)
{
  g_autoptr (GPtrArray) rows = presser_export_rows_new (view, PRESSER_ALL_COLUMNS);

  insert_document (base, number, view);
  insert_topics (base, number, view);
  for (guint i = 0; i < rows->len; i++)
    {
      const PresserExportRow *row = rows->pdata[i];

      insert_statement (base, number, row);
      insert_places (base, number, row->statement);
      insert_topics_of (base, number, row->statement);
    }
}

static GBytes *
serialize (Base    *base,
           GError **error)
{
  sqlite3_int64  size = 0;
  unsigned char *content = NULL;

  check (base, sqlite3_exec (base->database, "COMMIT", NULL, NULL, NULL));
  content = base->failed ? NULL : sqlite3_serialize (base->database, "main", &size, 0);
  if (content == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The database could not be made: %s"), sqlite3_errmsg (base->database));
      return NULL;
    }
  return g_bytes_new_with_free_func (content, size, sqlite3_free, content);
}

static gboolean
write_sqlite (PresserExportJob *job,
              GError          **error)
{
  g_auto (Base) base = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  PresserExportView *view = NULL;

  base_open (&base);
  while ((view = presser_export_job_next (job)) != NULL)
    {
      insert_all (&base, presser_export_job_get_number (job), view);
      presser_export_job_report_withheld (job);
    }
  bytes = serialize (&base, error);
  if (bytes == NULL)
    return FALSE;
  presser_export_job_put_bytes (job, NULL, bytes);

  return presser_export_job_finish (job, error);
}

const PresserExporter presser_exporter_sqlite = {
  .id = "sqlite",
  .label = N_ ("SQLite database"),
  .description = N_ ("Tables of documents, speakers, topics and statements, to ask by SQL"),
  .extension = "sqlite",
  .mime_type = "application/vnd.sqlite3",
  .preview = "tsv",
  .write = write_sqlite,
};
