/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-encoding.h"

#include <string.h>

#include "presser-error.h"

typedef struct
{
  const char *encoding;
  const char *text;
} Row;

#define RUSSIAN "Сегодня министр иностранных дел провёл пресс-конференцию. Вопрос: когда будет подписано соглашение? Ответ: до конца года, сказал он.\n"

/* Each with letters that other encodings of the same bytes would turn into nonsense. */
static const Row rows[] = {
  { "WINDOWS-1251", RUSSIAN },
  { "KOI8-R", RUSSIAN },
  { "UTF-16LE", RUSSIAN },
  { "UTF-16BE", RUSSIAN },
  { "UTF-16LE", "Good morning. The toll is gone.\n" },
  { "WINDOWS-1252", "He said: “We will sign before the year’s end” — that’s all. Señor Núñez didn’t reply…\n" },
  { "WINDOWS-1252", "MS. VALE: It’s all here — “the plan,” as we call it… and it’s done. That’s €100 or £90.\n" },
  { "WINDOWS-1252", "L’État répond : « Nous irons jusqu’au bout », a déclaré le président à l’Élysée. Ça suffit déjà.\n" },
  { "WINDOWS-1253", "Ερώτηση: Τι λέτε για το θέμα; Ο υπουργός απάντησε ότι το θέμα έχει λήξει από χθες το βράδυ.\n" },
  { "WINDOWS-1255", "היו\"ר: שלום לכולם ותודה שבאתם לכאן היום.\n\nשאלה: מתי?\n" },
  { "IBM866", RUSSIAN },
  { "MACINTOSH", "MS. VALE: It’s all here — “the plan,” as we call it… and it’s done.\n\nQ  And the café?\n" },
  { "UTF-16LE", "记者：请问发言人对此有何评论？\n\n毛宁：我们注意到了一些报道。\n\n记者：什么时候？\n\n毛宁：请关注后续消息。\n" },
  { "BIG5", "The Senate’s answer was “no”, and the House’s was “not yet”; the Governor’s men said “never”.\n" },
  { "ISO-2022-JP", "本日の記者会見を始めます。質問:いつ協定に署名しますか。\n" },
  { "SHIFT_JIS", "本日の記者会見を始めます。質問:いつ協定に署名しますか。回答:年内に署名します。\n" },
  { "GB18030", "今天的新闻发布会现在开始。问:什么时候签署协议?答:今年年底以前。我们的立场是一贯的。\n" },
  { "WINDOWS-1256", "عقد الوزير اليوم مؤتمرا صحفيا. سؤال: متى سيتم توقيع الاتفاق؟ جواب: قبل نهاية العام.\n" },
  { "WINDOWS-1255", "היום קיים השר מסיבת עיתונאים. שאלה: מתי ייחתם ההסכם? תשובה: עד סוף השנה.\n" },
  { "WINDOWS-1250", "Dziś minister powiedział: „Podpiszemy umowę do końca roku”. Źródło: własne. Żółć, gęś, jaźń.\n" },
};

static char *
decode (const char  *bytes,
        gsize        size,
        const char **encoding,
        GPtrArray   *remarks)
{
  g_autoptr (GBytes) data = g_bytes_new (bytes, size);
  g_autoptr (GError) error = NULL;
  gsize length;
  char *text = presser_encoding_decode (data, "x.txt", NULL, &length, encoding, NULL, remarks, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (text), ==, length);
  g_assert_true (g_utf8_validate (text, -1, NULL));

  return text;
}

static void
test_tells_encodings_by_content (gconstpointer data)
{
  const Row       *row = data;
  gsize            size;
  g_autofree char *bytes = g_convert (row->text, -1, row->encoding, "UTF-8", NULL, &size, NULL);
  const char      *encoding;
  g_autofree char *text = NULL;

  g_assert_nonnull (bytes);
  text = decode (bytes, size, &encoding, NULL);
  g_assert_cmpstr (text, ==, row->text);
}

static void
test_takes_byte_order_marks_off (void)
{
  const char      *encoding;
  g_autofree char *eight = decode ("\xef\xbb\xbfHi", 5, &encoding, NULL);
  g_autofree char *sixteen = NULL;

  g_assert_cmpstr (eight, ==, "Hi");
  sixteen = decode ("\xff\xfeH\0i\0", 6, &encoding, NULL);
  g_assert_cmpstr (sixteen, ==, "Hi");
  g_assert_cmpstr (encoding, ==, "UTF-16LE");
}

static void
test_makes_every_line_end_lf (void)
{
  const char       *encoding;
  static const char mixed[] = "a\rb\r\nc\nd\302\205e\342\200\250f\342\200\251g\fh";
  g_autofree char  *text = decode (mixed, sizeof mixed - 1, &encoding, NULL);

  g_assert_cmpstr (text, ==, "a\nb\nc\nd\ne\nf\ng\n\nh");
}

static void
test_replaces_what_xml_cannot_hold_and_says_so (void)
{
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  const char       *encoding;
  static const char dirty[] = "one\001two\357\277\276three";
  g_autofree char  *text = decode (dirty, sizeof dirty - 1, &encoding, remarks);

  g_assert_cmpstr (text, ==, "one\357\277\275two\357\277\275three");
  g_assert_cmpuint (remarks->len, ==, 1);
}

static void
test_keeps_invisible_characters (void)
{
  const char       *encoding;
  static const char text[] = "a\302\240b\342\200\213c\302\255d";
  g_autofree char  *decoded = decode (text, sizeof text - 1, &encoding, NULL);

  g_assert_cmpstr (decoded, ==, text);
}

static void
test_reads_c1_controls_as_windows_1252 (void)
{
  const char       *encoding;
  static const char text[] = "It\302\222s here\302\205";
  g_autofree char  *decoded = decode (text, sizeof text - 1, &encoding, NULL);

  g_assert_cmpstr (decoded, ==, "It’s here…");
}

static void
test_one_bad_byte_costs_one_character (void)
{
  g_autoptr (GString) damaged = g_string_new (NULL);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  const char      *encoding;

  for (guint i = 0; i < 30; i++)
    g_string_append (damaged, "Größe zählt.\n");
  g_string_append (damaged, "bad \xff byte\n");
  text = decode (damaged->str, damaged->len, &encoding, remarks);
  g_assert_cmpstr (encoding, ==, "UTF-8");
  g_assert_nonnull (strstr (text, "bad \357\277\275 byte"));
  g_assert_cmpuint (remarks->len, ==, 1);
  g_assert_nonnull (strstr (remarks->pdata[0], "31"));
}

static void
test_refuses (const char *bytes,
              gsize       size)
{
  g_autoptr (GBytes) data = g_bytes_new (bytes, size);
  g_autoptr (GError) error = NULL;
  const char *encoding;
  gsize       length;

  g_assert_null (presser_encoding_decode (data, "odd.bin", NULL, &length, &encoding, NULL, NULL, &error));
  g_assert_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "odd.bin"));
}

static void
test_refuses_what_is_no_text (void)
{
  static const char zeros[1000];
  char              noise[1000];

  for (guint i = 0; i < sizeof noise; i++)
    noise[i] = (char) (1 + i % 8);
  test_refuses (zeros, sizeof zeros);
  test_refuses (noise, sizeof noise);
  test_refuses ("", 0);
}

static void
test_an_unknown_encoding_is_an_error (void)
{
  g_autoptr (GBytes) data = g_bytes_new_static ("text", 4);
  g_autoptr (GError) error = NULL;
  const char *encoding;
  gsize       length;

  g_assert_null (presser_encoding_decode (data, "x.txt", "MARTIAN-7", &length, &encoding, NULL, NULL, &error));
  g_assert_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/encoding/tells-encodings-by-content/%u-%s", i, rows[i].encoding);

      g_test_add_data_func (path, &rows[i], test_tells_encodings_by_content);
    }
  g_test_add_func ("/encoding/takes-byte-order-marks-off", test_takes_byte_order_marks_off);
  g_test_add_func ("/encoding/makes-every-line-end-lf", test_makes_every_line_end_lf);
  g_test_add_func ("/encoding/replaces-what-xml-cannot-hold-and-says-so", test_replaces_what_xml_cannot_hold_and_says_so);
  g_test_add_func ("/encoding/keeps-invisible-characters", test_keeps_invisible_characters);
  g_test_add_func ("/encoding/reads-c1-controls-as-windows-1252", test_reads_c1_controls_as_windows_1252);
  g_test_add_func ("/encoding/one-bad-byte-costs-one-character", test_one_bad_byte_costs_one_character);
  g_test_add_func ("/encoding/refuses-what-is-no-text", test_refuses_what_is_no_text);
  g_test_add_func ("/encoding/an-unknown-encoding-is-an-error", test_an_unknown_encoding_is_an_error);

  return g_test_run ();
}
