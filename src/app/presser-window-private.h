/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-command-palette.h"
#include "presser-find-bar.h"
#include "presser-hint.h"
#include "presser-inspector.h"
#include "presser-marker.h"
#include "presser-notice.h"
#include "presser-open-file.h"
#include "presser-overview-page.h"
#include "presser-quick-tag.h"
#include "presser-sidebar.h"
#include "presser-statement-list.h"
#include "presser-statement-table.h"
#include "presser-tagging.h"
#include "presser-tei-view.h"
#include "presser-transcript-map.h"
#include "presser-transcript.h"
#include "presser-window.h"

G_BEGIN_DECLS

/* What the parts of the window share; each part is one concern. */
struct _PresserWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children. */
  AdwToastOverlay       *toasts;
  AdwWindowTitle        *window_title;
  AdwSplitButton        *open_button;
  GtkWidget             *undo_box;
  GtkWidget             *undo_button;
  GtkWidget             *redo_button;
  GtkWidget             *find_button;
  GtkWidget             *suggest_button;
  GtkWidget             *export_button;
  GMenu                 *main_menu;
  PresserNotice         *notice;
  GtkStack              *stack;
  GtkWidget             *empty_open_button;
  GtkBox                *recent_box;
  GtkSpinner            *spinner;
  GtkLabel              *loading_label;
  GtkPaned              *outer_paned;
  GtkPaned              *inner_paned;
  PresserSidebar        *sidebar;
  GtkWidget             *centre;
  GtkStack              *views;
  PresserFindBar        *find_bar;
  PresserMarker         *marker;
  GtkWidget             *transcript_page;
  PresserTranscript     *transcript;
  PresserTranscriptMap  *map;
  PresserStatementTable *table;
  PresserOverviewPage   *overview;
  PresserTeiView        *tei_view;
  GtkWidget             *inspector_pane;
  PresserInspector      *inspector;
  PresserStatementList  *list;
  GtkMenuButton         *place_button;
  GtkLabel              *place_label;
  GtkPopover            *go_to_popover;
  GtkEditable           *go_to_entry;
  GtkLabel              *status_label;
  GtkWidget             *correct_button;

  /* Child made in code, of transcript_page. */
  PresserQuickTag *quick_tag;
  PresserHint     *hint; /* of centre */

  /* Children made in code, of the whole window. */
  PresserCommandPalette *command_palette;
  GMenuModel            *transcript_menu; /* owned, and so are these parts of it */
  GMenu                 *speaker_menu;    /* owned; rows of the context menu that name speakers */
  GMenu                 *topic_menu;
  GMenu                 *turn_menu;
  GMenu                 *names_menu; /* owned: recent documents to take speakers and topics from */

  GtkEventController *keys; /* borrowed: of the transcript, while it is not corrected */

  /* Owned. */
  PresserOpenFile *file;       /* NULL while nothing is open */
  GCancellable    *loading;    /* NULL while nothing is being read */
  GCancellable    *suggesting; /* NULL while nothing is looked for */
  GFile           *requested;  /* what is, or could not be, read; NULL if that is no file */
  char            *last_id;    /* of the statement tagged last, or NULL */
  GSignalGroup    *buffer_signals;
  GSignalGroup    *file_signals;
  GSignalGroup    *history_signals;
  GSignalGroup    *document_signals;
  GSignalGroup    *statement_signals;
  GSignalGroup    *speaker_signals;
  GSignalGroup    *topic_signals;

  GArray *trail; /* of PresserRange: selections that grew into the present one, the last one last */

  PresserRange quick_tag_range; /* what was selected when the box was opened */
  PresserRange tagged_range;    /* what was selected when the statement last_id was tagged */

  AdwToast *toast;         /* weak: the one that is shown */
  char     *toast_message; /* what it says, or the next one will; NULL if nothing */
  GVariant *toast_undo;    /* the state that an offer to undo is good for, or NULL */
  guint     toast_id;      /* source of its end, or 0 */
  gboolean  toast_is_going;

  guint n_words;     /* of the document, as the status bar says */
  guint status_id;   /* source of a refresh to come, or 0 */
  guint layout_id;   /* likewise */
  int   reload_line; /* where the cursor was before a reload, or -1 */

  gboolean asks_import; /* the user wants to see how the next transcript is understood */
  gboolean words_are_stale;
  gboolean is_narrow;
  gboolean was_narrow; /* what the panes were last laid out for */
  gboolean has_placed_panes;
  gboolean narrow_sidebar; /* shown in place of the text */
  gboolean narrow_inspector;
  gboolean tells_of_keeping; /* the notice says that unsaved work is not being kept */
  gboolean closes_after_save;
  gboolean saves_again; /* asked for while a save was under way */
  gboolean may_close;   /* asked and answered */
};

/* presser-window-toast.c */
void presser_window_forget_toast (PresserWindow *self);
void presser_window_toast (PresserWindow *self,
                           const char    *message);
void presser_window_offer_undo (PresserWindow *self,
                                const char    *message);

/* presser-window.c */
void presser_window_focus_text (PresserWindow *self);

/* presser-window-actions.c */
void presser_window_add_actions (PresserWindow *self);
void presser_window_update_actions (PresserWindow *self);
void presser_window_enable_actions (PresserWindow      *self,
                                    const GActionEntry *entries,
                                    guint               n_entries,
                                    gboolean            enabled);

/* presser-window-tagging.c */
void presser_window_add_tagging_actions (PresserWindow *self);
void presser_window_update_tagging_actions (PresserWindow *self,
                                            gboolean       has_document);
/* What a key or click tags now; the name is borrowed. */
PresserTarget presser_window_get_target (PresserWindow *self,
                                         const char    *annotator);
/* The statement that was just tagged is what is repeated and added to; NULL says what to do first. */
void presser_window_remember_tagged (PresserWindow    *self,
                                     PresserStatement *statement);

/* presser-window-names.c */
void presser_window_add_name_actions (PresserWindow *self);
void presser_window_update_name_actions (PresserWindow *self,
                                         gboolean       has_document);
/* A row of the menu that takes speakers and topics over from recent documents. */
void presser_window_offer_names_of (PresserWindow *self,
                                    const char    *name,
                                    const char    *uri);

/* presser-window-commands.c */
void presser_window_add_command_actions (PresserWindow *self);

/* presser-window-marker.c */
void presser_window_add_marker_actions (PresserWindow *self);
/* TRUE if a tag was meant for the marker: it is in hand, and nothing is selected. */
gboolean presser_window_load_marker (PresserWindow *self,
                                     const char    *speaker_id,
                                     const char    *topic_id);
/* Tags the selection, if the marker is in hand. */
gboolean presser_window_use_marker (PresserWindow *self);

/* presser-window-selecting.c */
void presser_window_add_selecting_actions (PresserWindow *self);
void presser_window_update_selecting_actions (PresserWindow *self,
                                              gboolean       has_document);

/* presser-window-statements.c */
void presser_window_add_statement_actions (PresserWindow *self);
void presser_window_update_statement_actions (PresserWindow *self,
                                              gboolean       has_document);

/* presser-window-file.c */
void presser_window_add_file_actions (PresserWindow *self);
void presser_window_update_file_actions (PresserWindow *self,
                                         gboolean       has_document);
void presser_window_load (PresserWindow *self,
                          GFile         *file);
void presser_window_follow_recent (PresserWindow *self);
void presser_window_show_file (PresserWindow   *self,
                               PresserOpenFile *file);
void presser_window_begin_work (PresserWindow *self);

/* presser-window-hint.c */
void presser_window_add_hint (PresserWindow *self);
void presser_window_update_hint (PresserWindow *self);

/* presser-window-rescue.c */
void presser_window_keeping_changed (PresserWindow *self);
void presser_window_add_rescue_actions (PresserWindow *self);
void presser_window_update_rescue_actions (PresserWindow *self,
                                           gboolean       has_document);

/* Opens what is open again, as the user has decided that it is to be understood. */
void presser_window_load_imported (PresserWindow       *self,
                                   GBytes              *tei,
                                   PresserImportReport *report);

/* presser-window-import.c */
void presser_window_add_import_actions (PresserWindow *self);
void presser_window_offer_import (PresserWindow *self);

/* presser-window-save.c */
void     presser_window_add_save_actions (PresserWindow *self);
void     presser_window_update_save_actions (PresserWindow *self,
                                             gboolean       has_document);
void     presser_window_file_changed (PresserWindow *self,
                                      gboolean       exists);
gboolean presser_window_ask_before_close (PresserWindow *self);

/* presser-window-export.c */
void presser_window_add_export_actions (PresserWindow *self);
void presser_window_update_export_actions (PresserWindow *self,
                                           gboolean       has_document);

/* presser-window-overview.c */
void presser_window_add_overview_actions (PresserWindow *self);

/* presser-window-layout.c */
void presser_window_add_layout_actions (PresserWindow *self);
void presser_window_restore_layout (PresserWindow *self);
void presser_window_store_layout (PresserWindow *self);
void presser_window_allocated (PresserWindow *self,
                               int            width);
void presser_window_view_changed (PresserWindow *self);

/* presser-window-status.c */
void presser_window_update_title (PresserWindow *self);
void presser_window_queue_status (PresserWindow *self);
void presser_window_add_go_to_action (PresserWindow *self);

/* presser-window-suggest.c */
void presser_window_add_suggest_actions (PresserWindow *self);
void presser_window_update_suggest_actions (PresserWindow *self,
                                            gboolean       has_document);
/* TRUE if the cursor stands in a suggestion and nothing is selected: Enter accepts it then. */
gboolean presser_window_is_at_suggestion (PresserWindow *self);
void     presser_window_accept_suggestion (PresserWindow *self);

/* presser-window-review.c */
typedef gboolean (*PresserSuggestionPredicate) (PresserStatement *statement);
void presser_window_add_review_actions (PresserWindow *self);
void presser_window_update_review_actions (PresserWindow *self,
                                           gboolean       has_document);
void presser_window_add_review_keys (PresserWindow *self);
void presser_window_go_to_next_suggestion (PresserWindow *self);
/* @is_wanted: (nullable). GPtrArray of PresserStatement. */
GPtrArray *presser_window_dup_suggestions (PresserWindow             *self,
                                           PresserSuggestionPredicate is_wanted);

/* presser-window-dnd.c */
void presser_window_accept_drops (PresserWindow *self);

G_END_DECLS
