package org.junheng.web.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.junheng.access.Open;
import org.junheng.web.ChartData;
import org.junheng.web.ExcelExport;
import org.junheng.web.ExcelExport.Column;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.junheng.web.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The living style guide, for everybody signed in: each component with sample text, as it looks and as it behaves. */
@Controller
class ComponentsController {

    private static final String SAMPLES = "Sample text only; touches no data.";
    private static final int ROWS = 8;

    private final Samples samples;
    private final ExcelExport excel;

    ComponentsController(Samples samples, ExcelExport excel) {
        this.samples = samples;
        this.excel = excel;
    }

    @Open(because = SAMPLES)
    @GetMapping("/components")
    String components(PageRequest request, Model model) {
        model.addAttribute("fields", samples.fields());
        model.addAttribute("steps", samples.steps());
        model.addAttribute("towns", samples.towns(new PageRequest(request.number(), ROWS, request.sort())));
        model.addAttribute("nobody", new Page<>(List.of(), PageRequest.first(), 0));
        return "web/components";
    }

    @Open(because = SAMPLES)
    @GetMapping("/components/towns.xlsx")
    void towns(HttpServletResponse response) throws IOException {
        excel.send(
                response,
                "web.sample.table",
                List.of(
                        new Column<>("web.sample.town", Samples.Town::area),
                        new Column<>("web.sample.count", Samples.Town::count),
                        new Column<>("web.sample.paid", Samples.Town::paid),
                        new Column<>("web.sample.day", Samples.Town::day)),
                samples.towns().stream());
    }

    @Open(because = SAMPLES)
    @GetMapping("/components/chart/{kind}")
    @ResponseBody
    ChartData chart(@PathVariable String kind) {
        return kind.equals("pyramid") ? samples.pyramid() : samples.months();
    }

    @Open(because = SAMPLES)
    @GetMapping("/components/progress/{percent}")
    String progress(@PathVariable int percent, Model model) {
        int next = Math.clamp(percent, 0, 80) + 20;
        model.addAttribute("path", "/components/progress/" + next);
        model.addAttribute("percent", next);
        model.addAttribute("text", samples.words("web.sample.progress"));
        model.addAttribute("done", next == 100);
        return "components/progress :: progress";
    }

    @Open(because = SAMPLES)
    @PostMapping("/components/check")
    String check(@RequestParam String number, Model model) {
        model.addAttribute("field", samples.checkedNumber(number));
        return "components/field :: field";
    }

    @Open(because = SAMPLES)
    @PostMapping("/components")
    String send(RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", Text.of("web.sample.sent"));
        return "redirect:/components";
    }
}
