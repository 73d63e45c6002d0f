package org.junheng.sandbox.hospital;

import static org.junheng.sandbox.hospital.NoticeField.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.ResidentId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where plausible births come from: the demonstration's expecting mother, or one that nobody in the county knows. */
@Component
class Ward {

    private static final DateTimeFormatter NUMBER =
            DateTimeFormatter.ofPattern("'TS'yyyyMMdd-HHmmss").withZone(AdministrativeTime.ZONE);
    /** Shouning in Fujian, next to Taishun: mothers come over from there. */
    private static final int NEIGHBOUR = 350924;

    private static final LocalDate OLDEST = LocalDate.of(1992, 1, 1);
    private static final int SPREAD_DAYS = 3_650;
    private static final List<String> SURNAMES = List.of("叶", "缪", "范", "龚", "卓", "韦", "柳");
    private static final List<String> GIVEN_NAMES = List.of("晓燕", "丽萍", "秀云", "佳怡", "雪梅", "思颖");

    private final Path expecting;
    private final Clock clock;

    Ward(@Value("${junheng.data}") Path data, Clock clock) {
        this.expecting = data.resolve("demonstration/expecting-mother.properties");
        this.clock = clock;
    }

    /**
     * A birth of today to the demonstration's expecting mother; her fields stay blank where the platform names none.
     */
    BirthNotice nextBirth() {
        var now = clock.instant();
        var mother = expectingMother();
        return new BirthNotice(Map.ofEntries(
                Map.entry(NOTICE_NUMBER, NUMBER.format(now)),
                Map.entry(INSTITUTION, "泰顺县人民医院（模拟）"),
                Map.entry(INSTITUTION_AREA, "330329"),
                Map.entry(BORN_ON, AdministrativeTime.dayOf(now).toString()),
                Map.entry(SEX, now.getEpochSecond() % 2 == 0 ? "2" : "1"),
                Map.entry(MOTHER_NAME, mother.getProperty("name", "")),
                Map.entry(MOTHER_ID_NUMBER, mother.getProperty("idNumber", "")),
                Map.entry(MOTHER_PHONE, mother.getProperty("phone", "")),
                Map.entry(PARITY, "1"),
                Map.entry(PLURALITY, "1"),
                Map.entry(GESTATION_WEEKS, "39"),
                Map.entry(WEIGHT_GRAMS, "3250")));
    }

    /** The notice with a mother from over the border, another every second, and no father stated. */
    BirthNotice withUnknownMother(BirthNotice notice) {
        long second = clock.instant().getEpochSecond();
        int day = (int) (second % SPREAD_DAYS);
        // Even: the sequence of a woman's number.
        int sequence = 2 * (int) (second / SPREAD_DAYS % 499) + 2;
        var id = ResidentId.compose(NEIGHBOUR, OLDEST.plusDays(day), sequence);
        return notice.with(MOTHER_NAME, pick(SURNAMES, day) + pick(GIVEN_NAMES, sequence + day))
                .with(MOTHER_ID_NUMBER, id.value())
                .with(MOTHER_PHONE, "199%08d".formatted(second % 100_000_000))
                .with(FATHER_NAME, "")
                .with(FATHER_ID_NUMBER, "");
    }

    private static String pick(List<String> words, int number) {
        return words.get(number % words.size());
    }

    /** Read at every use: the platform writes the file when it has made its county. */
    private Properties expectingMother() {
        var mother = new Properties();
        try (var text = Files.newBufferedReader(expecting)) {
            mother.load(text);
        } catch (IOException e) {
            // Not there yet, or no demonstration: whoever reports types the mother in.
            return new Properties();
        }
        return mother;
    }
}
