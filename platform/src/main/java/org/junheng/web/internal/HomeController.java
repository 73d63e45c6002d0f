package org.junheng.web.internal;

import org.junheng.access.Access;
import org.junheng.access.Open;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Sends everybody to the page their work starts on. */
@Controller
class HomeController {

    @Open(because = "Sends to the sign-in page or to the reader's own start.")
    @GetMapping("/")
    String root() {
        return "redirect:/home";
    }

    @Access(
            roles = {
                Role.FAMILY,
                Role.VILLAGE_CLERK,
                Role.TOWNSHIP_OFFICER,
                Role.COUNTY_REVIEWER,
                Role.FINANCE_OFFICER,
                Role.COUNTY_ANALYST,
                Role.AUDITOR
            },
            purpose = Purpose.SIGN_IN)
    @GetMapping("/home")
    String home() {
        return "web/home";
    }
}
