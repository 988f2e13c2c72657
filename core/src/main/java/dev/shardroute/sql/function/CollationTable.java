package dev.shardroute.sql.function;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The collations of MySQL 8.4, as {@code show collation} lists them.
 *
 * @param byName    by name
 * @param byId      by number
 * @param defaults  the default collation of a character set
 */
record CollationTable(Map<String, Collation> byName, Map<Integer, Collation> byId, Map<String, Collation> defaults) {
    /**
     * A character set and a colon; then its collations without the character set in front, each with its number. A star
     * marks the default one, a minus one that gateways cannot compare by; {@code unicode} stands for all of {@link #UNICODE},
     * which count on from its number.
     */
    private static final String COLLATIONS = """
            armscii8: *general_ci=32 bin=64
            ascii: *general_ci=11 bin=65
            big5: *-chinese_ci=1 -bin=84
            binary: *=63
            cp1250: *general_ci=26 -czech_cs=34 croatian_ci=44 bin=66 polish_ci=99
            cp1251: bulgarian_ci=14 ukrainian_ci=23 bin=50 *general_ci=51 general_cs=52
            cp1256: *general_ci=57 bin=67
            cp1257: lithuanian_ci=29 bin=58 *general_ci=59
            cp850: *general_ci=4 bin=80
            cp852: *general_ci=40 bin=81
            cp866: *general_ci=36 bin=68
            cp932: *japanese_ci=95 bin=96
            dec8: *swedish_ci=3 bin=69
            eucjpms: *japanese_ci=97 bin=98
            euckr: *korean_ci=19 bin=85
            gb18030: *-chinese_ci=248 -bin=249 unicode_520_ci=250
            gb2312: *chinese_ci=24 bin=86
            gbk: *-chinese_ci=28 -bin=87
            geostd8: *general_ci=92 bin=93
            greek: *general_ci=25 bin=70
            hebrew: *general_ci=16 bin=71
            hp8: *english_ci=6 bin=72
            keybcs2: *general_ci=37 bin=73
            koi8r: *general_ci=7 bin=74
            koi8u: *general_ci=22 bin=75
            latin1: german1_ci=5 *swedish_ci=8 danish_ci=15 -german2_ci=31 bin=47 general_ci=48
            general_cs=49 spanish_ci=94
            latin2: -czech_cs=2 *general_ci=9 hungarian_ci=21 croatian_ci=27 bin=77
            latin5: *turkish_ci=30 bin=78
            latin7: estonian_cs=20 *general_ci=41 general_cs=42 bin=79
            macce: *general_ci=38 bin=43
            macroman: *general_ci=39 bin=53
            sjis: *japanese_ci=13 bin=88
            swe7: *swedish_ci=10 bin=82
            tis620: *-thai_ci=18 -bin=89
            ucs2: *general_ci=35 bin=90 -general_mysql500_ci=159 unicode=128
            ujis: *japanese_ci=12 bin=91
            utf16: *general_ci=54 bin=55 unicode=101
            utf16le: *general_ci=56 bin=62
            utf32: *general_ci=60 bin=61 unicode=160
            utf8mb3: *general_ci=33 -tolower_ci=76 bin=83 -general_mysql500_ci=223 unicode=192
            utf8mb4: general_ci=45 bin=46 *0900_ai_ci=255 de_pb_0900_ai_ci=256 is_0900_ai_ci=257
            lv_0900_ai_ci=258 ro_0900_ai_ci=259 sl_0900_ai_ci=260 pl_0900_ai_ci=261
            et_0900_ai_ci=262 es_0900_ai_ci=263 sv_0900_ai_ci=264 tr_0900_ai_ci=265
            cs_0900_ai_ci=266 da_0900_ai_ci=267 lt_0900_ai_ci=268 sk_0900_ai_ci=269
            es_trad_0900_ai_ci=270 la_0900_ai_ci=271 eo_0900_ai_ci=273 hu_0900_ai_ci=274
            hr_0900_ai_ci=275 vi_0900_ai_ci=277 0900_as_cs=278 de_pb_0900_as_cs=279
            is_0900_as_cs=280 lv_0900_as_cs=281 ro_0900_as_cs=282 sl_0900_as_cs=283
            pl_0900_as_cs=284 et_0900_as_cs=285 es_0900_as_cs=286 sv_0900_as_cs=287
            tr_0900_as_cs=288 cs_0900_as_cs=289 da_0900_as_cs=290 lt_0900_as_cs=291
            sk_0900_as_cs=292 es_trad_0900_as_cs=293 la_0900_as_cs=294 eo_0900_as_cs=296
            hu_0900_as_cs=297 hr_0900_as_cs=298 vi_0900_as_cs=300 ja_0900_as_cs=303
            ja_0900_as_cs_ks=304 0900_as_ci=305 ru_0900_ai_ci=306 ru_0900_as_cs=307
            zh_0900_as_cs=308 0900_bin=309 nb_0900_ai_ci=310 nb_0900_as_cs=311 nn_0900_ai_ci=312
            nn_0900_as_cs=313 sr_latn_0900_ai_ci=314 sr_latn_0900_as_cs=315 bs_0900_ai_ci=316
            bs_0900_as_cs=317 bg_0900_ai_ci=318 bg_0900_as_cs=319 gl_0900_ai_ci=320
            gl_0900_as_cs=321 mn_cyrl_0900_ai_ci=322 mn_cyrl_0900_as_cs=323 unicode=224""";
    /** Those that all character sets of Unicode have, in the order of their numbers. */
    private static final String UNICODE = """
            unicode_ci icelandic_ci latvian_ci romanian_ci slovenian_ci polish_ci estonian_ci spanish_ci swedish_ci
            turkish_ci czech_ci danish_ci lithuanian_ci slovak_ci spanish2_ci roman_ci persian_ci esperanto_ci
            hungarian_ci sinhala_ci german2_ci croatian_ci unicode_520_ci vietnamese_ci""";

    static CollationTable load() {
        CollationTable table = new CollationTable(new HashMap<>(), new HashMap<>(), new HashMap<>());
        String charset = "";
        for (String word : COLLATIONS.split("\\s+", -1)) {
            if (word.endsWith(":")) {
                charset = word.substring(0, word.length() - 1);
            } else {
                table.read(charset, word);
            }
        }
        return new CollationTable(Map.copyOf(table.byName), Map.copyOf(table.byId), Map.copyOf(table.defaults));
    }

    private void read(String charset, String word) {
        boolean isDefault = word.startsWith("*");
        boolean isComparable = !word.contains("-");
        String[] parts = word.substring((isDefault ? 1 : 0) + (isComparable ? 0 : 1)).split("=", 2);
        int id = Integer.parseInt(parts[1]);
        if (parts[0].equals("unicode")) {
            for (String name : UNICODE.split("\\s+", -1)) {
                add(new Collation(id, charset + "_" + name, charset, false, true));
                id++;
            }
        } else {
            String name = parts[0].isEmpty() ? charset : charset + "_" + parts[0];
            add(new Collation(id, name, charset, isDefault, isComparable));
        }
    }

    private void add(Collation collation) {
        byName.put(collation.name(), collation);
        byId.put(collation.id(), collation);
        if (collation.isDefault()) {
            defaults.put(collation.charset(), collation);
        }
    }

    @Nullable Collation named(String name) {
        return byName.get(name);
    }

    @Nullable Collation numbered(int id) {
        return byId.get(id);
    }

    @Nullable Collation defaultOf(String charset) {
        return defaults.get(charset);
    }

    @Nullable Collation binaryOf(String charset) {
        return byName.get(charset.equals(Collations.BINARY) ? charset : charset + "_bin");
    }
}
