package org.junheng.sandbox.hospital;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junheng.kernel.AdministrativeTime;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The hospital's page: the form of a birth, and what the platform answered. */
@Controller
class HospitalController {

    private final Hospital hospital;
    private final Ward ward;

    HospitalController(Hospital hospital, Ward ward) {
        this.hospital = hospital;
        this.ward = ward;
    }

    /** The encodings that hospital systems write. */
    enum Encoding {
        UTF_8(StandardCharsets.UTF_8),
        GB18030(Charset.forName("GB18030"));

        private final Charset charset;

        Encoding(Charset charset) {
            this.charset = charset;
        }
    }

    @GetMapping("/hospital")
    String page(Model model) {
        model.addAttribute("fields", NoticeField.values());
        model.addAttribute("notice", ward.nextBirth());
        model.addAttribute("manners", Sending.Manner.values());
        model.addAttribute("sendings", hospital.listSendings());
        model.addAttribute("zone", AdministrativeTime.ZONE);
        return "hospital";
    }

    @PostMapping("/hospital/births")
    String send(@RequestParam Map<String, String> form, @RequestParam Sending.Manner manner) {
        return "redirect:/hospital#sending-"
                + hospital.send(notices(form), manner).number();
    }

    @PostMapping("/hospital/births.csv")
    ResponseEntity<byte[]> file(@RequestParam Map<String, String> form, @RequestParam Encoding encoding) {
        var name = ContentDisposition.attachment()
                .filename("birth-notices-%s.csv".formatted(encoding.charset))
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(new MediaType(new MediaType("text", "csv"), encoding.charset))
                .body(BirthNotice.csv(notices(form), encoding.charset));
    }

    private List<BirthNotice> notices(Map<String, String> form) {
        var typed = BirthNotice.ofProperties(form);
        var notice = form.containsKey("unknown_mother") ? ward.withUnknownMother(typed) : typed;
        return form.containsKey("twins") ? notice.twins() : List.of(notice);
    }
}
