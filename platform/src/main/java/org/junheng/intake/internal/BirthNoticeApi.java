package org.junheng.intake.internal;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.intake.DeliveryNotFound;
import org.junheng.intake.DeliveryRefused;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Birth notices over the interface: a list of objects whose properties are the codes of {@link NoticeColumn}. */
@RestController
class BirthNoticeApi {

    private final BirthNotices notices;
    private final JdbcDeliveries deliveries;
    private final MessageSource texts;

    BirthNoticeApi(BirthNotices notices, JdbcDeliveries deliveries, MessageSource texts) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.texts = texts;
    }

    /**
     * What became of the notices.
     *
     * @param delivery id of the delivery
     * @param rows how many notices came
     * @param applied how many entered the register
     * @param repeated how many were known before
     * @param provisional how many of the applied have a mother unknown here
     * @param rejected how many are kept for correction
     * @param findings faults and warnings; values are not repeated, the sender knows them
     */
    record Answer(
            UUID delivery, int rows, int applied, int repeated, int provisional, int rejected, List<Told> findings) {}

    /**
     * A fault or warning.
     *
     * @param row position in the list, from 1
     * @param field property
     * @param expectation what was expected, as a code
     * @param message what was expected, in words
     */
    record Told(int row, String field, String expectation, String message) {}

    @Access(roles = Role.HOSPITAL, purpose = Purpose.BIRTH_NOTICE)
    @PostMapping("/api/birth-notices")
    Answer take(@RequestBody List<Map<String, String>> body, Locale locale) {
        if (body.isEmpty()) {
            throw new DeliveryRefused(DeliveryRefused.Reason.EMPTY, "");
        }
        var rows = java.util.stream.IntStream.range(0, body.size())
                .mapToObj(i -> row(i + 1, body.get(i)))
                .toList();
        var sha256 = IntakePages.sha256(body.toString().getBytes(StandardCharsets.UTF_8));
        var id =
                notices.take(new BirthNotices.Parcel("interface", Optional.empty(), sha256, rows), (done, total) -> {});
        return answer(deliveries.find(id).orElseThrow(() -> new DeliveryNotFound(id)), locale);
    }

    private static NoticeRow row(int number, Map<String, String> object) {
        var values = new EnumMap<NoticeColumn, String>(NoticeColumn.class);
        object.forEach((property, value) -> NoticeColumn.ofHeader(property)
                .filter(column -> value != null && !value.isBlank())
                .ifPresent(column -> values.put(column, value.strip())));
        return new NoticeRow(number, values);
    }

    private Answer answer(Delivery.Report report, Locale locale) {
        var counts = report.delivery().counts();
        var told = report.findings().stream()
                .map(f -> new Told(
                        f.row(),
                        f.column().code(),
                        f.expectation().name(),
                        texts.getMessage("intake.expected." + f.expectation().name(), new Object[0], locale)))
                .toList();
        return new Answer(
                report.delivery().id(),
                counts.rows(),
                counts.applied(),
                counts.repeated(),
                counts.provisional(),
                counts.rejected(),
                told);
    }
}
