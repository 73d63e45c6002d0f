package org.junheng.job.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.job.JobNotFound;
import org.junheng.job.Jobs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The progress of long work, for whoever started it. */
@Controller
class JobPages {

    /** Tells htmx to leave for another page. */
    private static final String GO_THERE = "HX-Redirect";

    private final Jobs jobs;

    JobPages(Jobs jobs) {
        this.jobs = jobs;
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.FINANCE_OFFICER, Role.COUNTY_ANALYST},
            purpose = Purpose.UPKEEP)
    @GetMapping("/jobs/{id}")
    String job(@PathVariable UUID id, Model model) {
        var job = jobs.find(id).orElseThrow(() -> new JobNotFound(id));
        if (job.resultPath().isPresent()) {
            return "redirect:" + job.resultPath().get();
        }
        model.addAttribute("job", job);
        return "job/job";
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.FINANCE_OFFICER, Role.COUNTY_ANALYST},
            purpose = Purpose.UPKEEP)
    @GetMapping("/jobs/{id}/progress")
    String progress(@PathVariable UUID id, HttpServletResponse response, Model model) {
        var job = jobs.find(id).orElseThrow(() -> new JobNotFound(id));
        job.resultPath().ifPresent(path -> response.setHeader(GO_THERE, path));
        model.addAttribute("job", job);
        return "job/job :: progress";
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.FINANCE_OFFICER, Role.COUNTY_ANALYST},
            purpose = Purpose.UPKEEP)
    @PostMapping("/jobs/{id}/cancel")
    String cancel(@PathVariable UUID id) {
        jobs.cancel(id);
        return "redirect:/jobs/" + id;
    }
}
