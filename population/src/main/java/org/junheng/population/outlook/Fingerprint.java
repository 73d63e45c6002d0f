package org.junheng.population.outlook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over a scenario, its base population and every sheet of figures: the same hash, the same numbers. */
final class Fingerprint {

    private static final List<String> SHEETS = List.of(
            "bulletins.csv",
            "census2010_age_sex.csv",
            "census2010_areas.csv",
            "china_fertility_pattern.csv",
            "china_mortality.csv",
            "china_years.csv",
            "comparable.csv",
            "figures.csv");

    private Fingerprint() {}

    static String of(BasePopulation base, Scenario scenario, String migration) {
        MessageDigest digest = sha256();
        add(digest, scenario.toString());
        add(digest, migration);
        add(digest, base.year() + " " + base.province() + " " + base.cities());
        for (BasePlace place : base.places()) {
            add(
                    digest,
                    "%s %s %s %s %s"
                            .formatted(
                                    place.id(), place.zh(), place.city(), place.fromProvince(), place.fromElsewhere()));
            add(digest, Arrays.toString(place.groups().male()));
            add(digest, Arrays.toString(place.groups().female()));
        }
        for (String sheet : SHEETS) {
            digest.update(content(sheet));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] content(String sheet) {
        try (InputStream stream = Fingerprint.class.getResourceAsStream(sheet)) {
            if (stream == null) {
                throw new IllegalStateException("the sheet " + sheet + " is missing");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
