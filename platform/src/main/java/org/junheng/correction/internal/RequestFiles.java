package org.junheng.correction.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Actors;
import org.junheng.access.ReadLog;
import org.junheng.access.Role;
import org.junheng.register.Corrections;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.junheng.web.Sort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests as pages show them. Opening one is a logged read of the person. */
@Component
class RequestFiles {

    private final JdbcRequests requests;
    private final Register register;
    private final Corrections corrections;
    private final ReadLog readLog;
    private final TransactionTemplate work;

    RequestFiles(JdbcRequests requests, AskingDesk.Parts parts, ReadLog readLog, TransactionTemplate work) {
        this.requests = requests;
        this.register = parts.register();
        this.corrections = parts.corrections();
        this.readLog = readLog;
        this.work = work;
    }

    /**
     * A request with all that is needed to decide it.
     *
     * @param request the request
     * @param face the person, where the reader may see them
     * @param steps what was done
     * @param statements every statement of the fact; for officers
     */
    record RequestFile(
            Request request,
            Optional<PersonSummary> face,
            List<Request.Step> steps,
            List<Corrections.Statement> statements) {}

    Optional<RequestFile> open(UUID id) {
        return work.execute(status -> requests.find(id).map(request -> {
            boolean family = Actors.get().role() == Role.FAMILY;
            readLog.opened(request.person(), "correction");
            return new RequestFile(
                    request,
                    register.findSummary(request.person()),
                    requests.listSteps(id),
                    family ? List.of() : corrections.listStatements(request.person(), request.fact()));
        }));
    }

    Page<Request> list(PageRequest page, boolean all) {
        return work.execute(status -> new Page<>(requests.list(page, all), page, requests.count(all)));
    }

    /** For a file: the first so many in the order asked for. */
    List<Request> listAll(Sort sort, boolean all, int limit) {
        return work.execute(status -> {
            var found = new java.util.ArrayList<Request>();
            for (int number = 1; found.size() < limit; number++) {
                var part = requests.list(new PageRequest(number, PageRequest.LARGEST, sort), all);
                found.addAll(part);
                if (part.size() < PageRequest.LARGEST) {
                    break;
                }
            }
            return found;
        });
    }

    List<PersonSummary> faces(Collection<UUID> persons) {
        return register.listSummaries(persons);
    }
}
