package org.junheng.sandbox.bank;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junheng.sandbox.Keys;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The interface that the platform calls. */
@RestController
class BankInterface {

    private final Bank bank;
    private final ReturnSender sender;
    private final Keys keys;

    BankInterface(Bank bank, ReturnSender sender, Keys keys) {
        this.bank = bank;
        this.sender = sender;
        this.keys = keys;
    }

    /**
     * Answer to a roll, the same however often it comes.
     *
     * @param roll its id
     * @param sha256 its hash
     * @param lines its lines
     * @param totalFen its sum in fen
     * @param receivedAt when it first came
     */
    record Accepted(String roll, String sha256, int lines, long totalFen, Instant receivedAt) {

        private static Accepted of(Roll roll) {
            var controls = roll.controls();
            return new Accepted(roll.id(), controls.sha256(), controls.lines(), controls.totalFen(), roll.receivedAt());
        }
    }

    @PostMapping(path = "/bank/rolls", consumes = "text/csv")
    @Nullable
    ResponseEntity<Accepted> receive(
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestHeader("X-Roll-Id") String id,
            @RequestHeader("X-Sha256") String sha256,
            @RequestHeader("X-Lines") int lines,
            @RequestHeader("X-Total-Fen") long totalFen,
            HttpServletRequest request)
            throws IOException {
        refuseStrangers(authorization);
        if (!RollFolder.isId(id)) {
            throw new RollRefused(
                    HttpStatus.BAD_REQUEST,
                    "roll-id",
                    "清单编号无效 Not an id of a roll",
                    "X-Roll-Id has letters, digits and hyphens, at most 64.");
        }
        var controls = new Roll.Controls(sha256.toLowerCase(Locale.ROOT), lines, totalFen);
        var receipt = bank.receive(id, controls, request.getInputStream());
        if (receipt.first()) {
            sender.sendAfter(bank.behaviour().delay(), id);
            if (bank.behaviour().has(Behaviour.Fault.LOST_ANSWER)) {
                LostAnswer.lose(request);
                return null;
            }
        }
        return ResponseEntity.accepted().body(Accepted.of(receipt.roll()));
    }

    private void refuseStrangers(String authorization) {
        if (!keys.isAuthorization(Keys.Key.PLATFORM_AT_BANK, authorization)) {
            throw new RollRefused(
                    HttpStatus.UNAUTHORIZED,
                    "caller-unknown",
                    "调用方未认证 Caller unknown",
                    "Authorization must be Bearer and the key agreed with the platform.");
        }
    }
}
