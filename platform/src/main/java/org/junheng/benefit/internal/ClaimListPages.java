package org.junheng.benefit.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.kernel.AreaCode;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.junheng.web.ExcelExport;
import org.junheng.web.ExcelExport.Column;
import org.junheng.web.NavigationEntry;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All claims of an officer's area, by state. */
@Controller
class ClaimListPages {

    private static final int EXPORTED = 10_000;

    private static final String PAGE = """
              SELECT id, unit_id, area, state, filed_on, due_on
                FROM benefit.claim
               WHERE :state = '' OR state = :state
            ORDER BY %s
               LIMIT :limit OFFSET :offset
            """;

    private static final String COUNT = """
            SELECT count(*)
              FROM benefit.claim
             WHERE :state = '' OR state = :state
            """;

    private static final Map<String, String> ORDERS =
            Map.of("area", "area", "state", "state", "filed", "filed_on", "due", "due_on");

    private final Register register;
    private final ExcelExport excel;
    private final JdbcClient app;
    private final TransactionTemplate work;

    ClaimListPages(Register register, ExcelExport excel, JdbcClient app, TransactionTemplate work) {
        this.register = register;
        this.excel = excel;
        this.app = app;
        this.work = work;
    }

    /**
     * A claim as a row.
     *
     * @param id the claim
     * @param unit the child
     * @param area the township
     * @param state where it is
     * @param filedOn day of filing
     * @param dueOn legal due date
     */
    record Line(UUID id, UUID unit, AreaCode area, ClaimState state, LocalDate filedOn, LocalDate dueOn) {}

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.BENEFIT_DECISION)
    @GetMapping("/benefits/claims")
    String list(@RequestParam(defaultValue = "") String state, PageRequest request, Model model) {
        var lines = lines(state, request, request.limit(), request.offset());
        long total = work.execute(
                status -> app.sql(COUNT).param("state", state).query(Long.class).single());
        model.addAttribute("page", new Page<>(lines, request, total));
        model.addAttribute("faces", names(lines));
        model.addAttribute("states", ClaimState.values());
        model.addAttribute("state", state);
        return "benefit/claims";
    }

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.BENEFIT_DECISION)
    @GetMapping("/benefits/claims.xlsx")
    void export(@RequestParam(defaultValue = "") String state, PageRequest request, HttpServletResponse response)
            throws IOException {
        var lines = lines(state, request, EXPORTED, 0);
        var names = names(lines);
        var columns = List.<Column<Line>>of(
                new Column<>("benefit.child", line -> Optional.ofNullable(names.get(line.unit()))),
                new Column<>("benefit.area", Line::area),
                new Column<>("benefit.state", Line::state),
                new Column<>("benefit.filed-on", Line::filedOn),
                new Column<>("benefit.due-on", Line::dueOn));
        excel.send(response, "benefit.claims.title", columns, lines.stream());
    }

    private List<Line> lines(String state, PageRequest request, int limit, long offset) {
        return work.execute(status -> app.sql(PAGE.formatted(request.sort().orderBy(ORDERS, "filed_at DESC, id")))
                .param("state", state)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        new AreaCode(row.getLong("area")),
                        ClaimState.ofCode(row.getString("state")),
                        row.getObject("filed_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class)))
                .list());
    }

    private Map<UUID, String> names(List<Line> lines) {
        return register.listSummaries(lines.stream().map(Line::unit).toList()).stream()
                .collect(Collectors.toMap(PersonSummary::id, PersonSummary::name));
    }

    /** Where the page is found. */
    @Configuration
    static class ClaimListPlaces {

        @Bean
        NavigationEntry claimsEntry() {
            return new NavigationEntry(
                    140,
                    "/benefits/claims",
                    "benefit.claims.nav",
                    "yuan",
                    Set.of(Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER));
        }
    }
}
