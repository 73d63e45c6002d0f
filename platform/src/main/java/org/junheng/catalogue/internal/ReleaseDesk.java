package org.junheng.catalogue.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junheng.access.Actors;
import org.junheng.catalogue.ReleaseNotFound;
import org.junheng.catalogue.internal.JdbcReleases.Hand;
import org.junheng.catalogue.internal.JdbcReleases.Release;
import org.junheng.catalogue.internal.JdbcReleases.SchemeFile;
import org.junheng.policy.Fault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in scheme files, checks them against all others, and has another person release them. */
@Component
class ReleaseDesk {

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9-]{1,60}");
    private static final Pattern REGION = Pattern.compile("\\d{6}(-[a-z-]{1,40})?\\.yaml");
    private static final Pattern CASES = Pattern.compile("[a-z0-9-]{1,60}\\.yaml");

    private final ReleasedSchemes schemes;
    private final JdbcReleases releases;
    private final TransactionTemplate work;
    private final Clock clock;

    ReleaseDesk(ReleasedSchemes schemes, JdbcReleases releases, TransactionTemplate work, Clock clock) {
        this.schemes = schemes;
        this.releases = releases;
        this.work = work;
        this.clock = clock;
    }

    /** What became of an act. */
    sealed interface Act {

        /** Done. */
        record Done(UUID release) implements Act {}

        /**
         * Refused: {@code scheme}, {@code file}, {@code nothing}, {@code same-person}, {@code faulty} or
         * {@code decided}.
         */
        record Refused(String reason) implements Act {}
    }

    /** Puts files forward; the check's report is kept with them. */
    Act upload(String scheme, Map<String, String> contents) {
        if (!SCHEME.matcher(scheme).matches()) {
            return new Act.Refused("scheme");
        }
        var files = new ArrayList<SchemeFile>();
        for (var each : new TreeMap<>(contents).entrySet()) {
            var path = path(each.getKey());
            if (path.isEmpty()) {
                return new Act.Refused("file");
            }
            files.add(new SchemeFile(scheme, path, each.getValue()));
        }
        if (files.isEmpty()) {
            return new Act.Refused("nothing");
        }
        var faults = faults(files);
        return write(() -> new Act.Done(releases.add(sha256(files), files, faults, hand())));
    }

    /**
     * scheme.yaml, a region by its six digits and perhaps its name, anything else in small letters a file of cases;
     * empty if none of them.
     */
    private static String path(String name) {
        if (name.equals("scheme.yaml")) {
            return name;
        }
        if (REGION.matcher(name).matches()) {
            return "regions/" + name;
        }
        return CASES.matcher(name).matches() ? "cases/" + name : "";
    }

    private List<Fault> faults(List<SchemeFile> files) {
        var shelf = schemes.tryOut(files);
        try {
            return shelf.check().faults();
        } finally {
            shelf.remove();
        }
    }

    /** Releases what another person put forward; it is checked again, since other releases may have come between. */
    Act release(UUID id) {
        var act = write(() -> {
            var release = releases.find(id).orElseThrow(() -> new ReleaseNotFound(id));
            var refusal = refusal(release);
            if (!refusal.isEmpty()) {
                return new Act.Refused(refusal);
            }
            releases.decide(id, "released", hand());
            return new Act.Done(id);
        });
        if (act instanceof Act.Done) {
            schemes.refresh();
        }
        return act;
    }

    private String refusal(Release release) {
        if (!release.state().equals("uploaded")) {
            return "decided";
        }
        if (release.uploaded().by().equals(Actors.get().subject())) {
            return "same-person";
        }
        return faults(releases.listFiles(release.id())).isEmpty() ? "" : "faulty";
    }

    /** Puts a release away. */
    Act discard(UUID id) {
        return write(() -> {
            var release = releases.find(id).orElseThrow(() -> new ReleaseNotFound(id));
            if (!release.state().equals("uploaded")) {
                return new Act.Refused("decided");
            }
            releases.decide(id, "discarded", hand());
            return new Act.Done(id);
        });
    }

    private Act write(Supplier<Act> act) {
        return Objects.requireNonNull(work.execute(status -> act.get()));
    }

    private Hand hand() {
        return new Hand(Actors.get().subject(), clock.instant());
    }

    private static String sha256(List<SchemeFile> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach(file ->
                    digest.update((file.path() + "\0" + file.content() + "\0").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
