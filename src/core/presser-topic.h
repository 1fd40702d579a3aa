/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Immutable: every with_ function gives a changed copy. A topic names its parent by id; the
 * document keeps topics in the order of a walk through the tree, each parent before its children. */
#define PRESSER_TYPE_TOPIC (presser_topic_get_type ())
G_DECLARE_FINAL_TYPE (PresserTopic, presser_topic, PRESSER, TOPIC, GObject)

PresserTopic      *presser_topic_new (const char *id,
                                      const char *label);
const char        *presser_topic_get_id (PresserTopic *self);
const char        *presser_topic_get_label (PresserTopic *self);
const char        *presser_topic_get_definition (PresserTopic *self);
const char        *presser_topic_get_parent (PresserTopic *self);
const char *const *presser_topic_get_keywords (PresserTopic *self);
int                presser_topic_get_colour (PresserTopic *self);

PresserTopic *presser_topic_with_label (PresserTopic *self,
                                        const char   *label);
PresserTopic *presser_topic_with_definition (PresserTopic *self,
                                             const char   *definition);
PresserTopic *presser_topic_with_parent (PresserTopic *self,
                                         const char   *parent_id);
PresserTopic *presser_topic_with_keywords (PresserTopic      *self,
                                           const char *const *keywords);
PresserTopic *presser_topic_with_colour (PresserTopic *self,
                                         int           colour);

G_END_DECLS
