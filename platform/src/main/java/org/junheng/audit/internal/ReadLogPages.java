package org.junheng.audit.internal;

import java.util.Set;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.ReadLog;
import org.junheng.access.Role;
import org.junheng.web.HomeTile;
import org.junheng.web.NavigationEntry;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The auditor sees every read, but no person. */
@Controller
class ReadLogPages {

    private final ReadLog log;
    private final Sealer sealer;

    ReadLogPages(ReadLog log, Sealer sealer) {
        this.log = log;
        this.sealer = sealer;
    }

    @Access(roles = Role.AUDITOR, purpose = Purpose.AUDIT)
    @GetMapping("/audit/reads")
    String reads(@RequestParam(defaultValue = "") String subject, PageRequest request, Model model) {
        var query = new ReadLog.AuditQuery(subject.strip(), request.limit(), request.offset());
        model.addAttribute("subject", subject);
        model.addAttribute("page", new Page<>(log.listAll(query), request, log.count(query)));
        model.addAttribute("check", sealer.check());
        return "audit/reads";
    }

    /** Where the page is found. */
    @Configuration
    static class Places {

        @Bean
        NavigationEntry auditEntry() {
            return new NavigationEntry(500, "/audit/reads", "audit.nav", "eye", Set.of(Role.AUDITOR));
        }

        @Bean
        HomeTile auditTile() {
            return new HomeTile(500, "/audit/reads", "audit.tile", "eye", Set.of(Role.AUDITOR));
        }
    }
}
