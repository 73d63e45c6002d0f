package org.junheng.policy.internal.engine;

import java.util.List;
import java.util.Map;
import org.junheng.policy.Benefit;
import org.junheng.policy.LegalDocument;
import org.junheng.policy.Period;
import org.junheng.policy.Text;
import org.junheng.policy.Unit;

/**
 * What a scheme file says outside its versions.
 *
 * @param id the scheme's id
 * @param title its title
 * @param unit what it decides about
 * @param period how long its periods are
 * @param gives what it gives
 * @param divisible whether a period may be cut at the first of any month, because its parts add up to it
 * @param legal the documents it rests on
 * @param evidence the documents that prove a fact, by the fact's name
 * @param excludes the schemes one cannot draw beside it
 */
public record SchemeInfo(
        String id,
        Text title,
        Unit unit,
        Period.Length period,
        Benefit gives,
        boolean divisible,
        List<LegalDocument> legal,
        Map<String, List<Text>> evidence,
        List<String> excludes) {

    public SchemeInfo {
        legal = List.copyOf(legal);
        evidence = Map.copyOf(evidence);
        excludes = List.copyOf(excludes);
    }
}
