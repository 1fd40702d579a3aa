/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "presser-statement-private.h"

G_BEGIN_DECLS

/* A GListModel of PresserStatement in text order, which finds those at a place and those of an id. */
#define PRESSER_TYPE_STATEMENT_STORE (presser_statement_store_get_type ())
G_DECLARE_FINAL_TYPE (PresserStatementStore, presser_statement_store, PRESSER, STATEMENT_STORE, GObject)

/* What g_list_model_items_changed() is to be told. */
typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
} PresserListRegion;

PresserStatementStore *presser_statement_store_new (void);
/* Borrowed, or NULL. */
PresserStatement *presser_statement_store_find (PresserStatementStore *self,
                                                const char            *id);
gboolean          presser_statement_store_holds (PresserStatementStore *self,
                                                 PresserStatement      *statement);
/* In text order: GPtrArray of PresserStatement. */
GPtrArray *presser_statement_store_dup_touching (PresserStatementStore *self,
                                                 PresserRange           range);
/* @out leaves, the others are moved by @shift (or NULL), @in comes. Nobody is told yet: the caller
 * does that with what it gets back, when everything else is as it will be. */
PresserListRegion presser_statement_store_swap (PresserStatementStore *self,
                                                GPtrArray             *out,
                                                GPtrArray             *in,
                                                const PresserShift    *shift);

G_END_DECLS
