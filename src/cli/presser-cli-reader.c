/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-cli-reader.h"

#include "presser-cli.h"

/* Files under way for each thread: one that is read and one that waits to be fetched. */
#define AHEAD 2
/* More threads than that wait for the disk and for each other. */
#define THREAD_LIMIT 8

/* A file under way. */
typedef struct
{
  const char *path; /* borrowed */
  const char *name; /* borrowed; NULL: the file's own */
  gpointer    result;
  GPtrArray  *remarks; /* of char *, owned */
  GError     *error;
  gboolean    is_done; /* guarded by the lock */
} Task;

struct _PresserCliReader
{
  GPtrArray     *paths; /* of char *, owned */
  GPtrArray     *names; /* of char *, owned; NULL where the file's own name tells it from the others */
  PresserCliWork work;
  gpointer       work_data;
  GDestroyNotify free_result;
  GThreadPool   *pool;  /* NULL: one after the other */
  GQueue         tasks; /* of Task, owned, in the order of the files */
  guint          n_ahead;
  guint          next; /* path that no task has yet */
  int            status;
  GMutex         lock;
  GCond          task_done;
};

static void
free_task (PresserCliReader *self,
           Task             *task)
{
  if (task->result != NULL)
    self->free_result (task->result);
  g_ptr_array_unref (task->remarks);
  g_clear_error (&task->error);
  g_free (task);
}

static void
run_task (PresserCliReader *self,
          Task             *task)
{
  PresserCliInput *input = presser_cli_input_open_quietly (task->path, task->name, task->remarks, &task->error);

  if (input != NULL)
    task->result = self->work (input, self->work_data, &task->error);
}

static void
run_in_thread (gpointer data,
               gpointer user_data)
{
  PresserCliReader *self = user_data;
  Task             *task = data;

  run_task (self, task);
  g_mutex_lock (&self->lock);
  task->is_done = TRUE;
  g_cond_broadcast (&self->task_done);
  g_mutex_unlock (&self->lock);
}

/* Files of the same name in different folders go by their paths. */
static GPtrArray *
find_names (GPtrArray *paths)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < paths->len; i++)
    {
      char    *base = g_path_get_basename (paths->pdata[i]);
      gpointer count = g_hash_table_lookup (counts, base);

      g_hash_table_replace (counts, base, GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
    }
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *base = g_path_get_basename (paths->pdata[i]);
      gboolean         is_one_of_many = GPOINTER_TO_UINT (g_hash_table_lookup (counts, base)) > 1;

      g_ptr_array_add (names, is_one_of_many ? g_filename_display_name (paths->pdata[i]) : NULL);
    }
  return names;
}

PresserCliReader *
presser_cli_reader_new (GPtrArray     *paths,
                        PresserCliWork work,
                        gpointer       work_data,
                        GDestroyNotify free_result)
{
  PresserCliReader *self = g_new0 (PresserCliReader, 1);
  guint             n_threads = CLAMP (g_get_num_processors (), 1, THREAD_LIMIT);

  self->paths = presser_cli_expand_folders (paths);
  self->names = find_names (self->paths);
  self->work = work;
  self->work_data = work_data;
  self->free_result = free_result;
  self->n_ahead = 1;
  g_mutex_init (&self->lock);
  g_cond_init (&self->task_done);
  if (self->paths->len > 1 && n_threads > 1)
    {
      self->pool = g_thread_pool_new (run_in_thread, self, n_threads, TRUE, NULL);
      self->n_ahead = n_threads * AHEAD;
    }
  return self;
}

void
presser_cli_reader_free (PresserCliReader *self)
{
  Task *task = NULL;

  /* What has not begun need not; what has is waited for. */
  if (self->pool != NULL)
    g_thread_pool_free (self->pool, TRUE, TRUE);
  while ((task = g_queue_pop_head (&self->tasks)) != NULL)
    free_task (self, task);
  g_ptr_array_unref (self->paths);
  g_ptr_array_unref (self->names);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->task_done);
  g_free (self);
}

GPtrArray *
presser_cli_reader_get_paths (PresserCliReader *self)
{
  return self->paths;
}

int
presser_cli_reader_get_status (PresserCliReader *self)
{
  return self->status;
}

static void
start_tasks (PresserCliReader *self)
{
  while (self->next < self->paths->len && self->tasks.length < self->n_ahead)
    {
      Task *task = g_new0 (Task, 1);

      task->path = self->paths->pdata[self->next];
      task->name = self->names->pdata[self->next++];
      task->remarks = g_ptr_array_new_with_free_func (g_free);
      g_queue_push_tail (&self->tasks, task);
      if (self->pool != NULL)
        g_thread_pool_push (self->pool, task, NULL);
    }
}

static void
finish_task (PresserCliReader *self,
             Task             *task)
{
  if (self->pool == NULL)
    {
      run_task (self, task);
      return;
    }
  g_mutex_lock (&self->lock);
  while (!task->is_done)
    g_cond_wait (&self->task_done, &self->lock);
  g_mutex_unlock (&self->lock);
}

gpointer
presser_cli_reader_next (PresserCliReader *self)
{
  gpointer result = NULL;
  Task    *task = NULL;

  while (result == NULL)
    {
      start_tasks (self);
      task = g_queue_pop_head (&self->tasks);
      if (task == NULL)
        return NULL;
      finish_task (self, task);
      for (guint i = 0; i < task->remarks->len; i++)
        g_printerr ("%s\n", (const char *) task->remarks->pdata[i]);
      if (task->error != NULL)
        {
          presser_cli_complain ("%s", task->error->message);
          self->status = PRESSER_CLI_BAD_INPUT;
        }
      result = g_steal_pointer (&task->result);
      free_task (self, task);
    }
  return result;
}
