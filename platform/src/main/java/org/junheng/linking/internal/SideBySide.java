package org.junheng.linking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junheng.register.Links;
import org.junheng.register.PersonSummary;
import org.springframework.stereotype.Component;

/** What an officer sees of two persons: the same facts beside each other, and where they differ. */
@Component
class SideBySide {

    private final PairDesk desk;
    private final Links links;

    SideBySide(PairDesk desk, Links links) {
        this.desk = desk;
        this.links = links;
    }

    /**
     * The view.
     *
     * @param faces those of the two who are to be seen here
     * @param columns one for each of them
     * @param rows facts of both; empty where one is not to be seen
     */
    record View(List<PersonSummary> faces, List<Column> columns, List<Row> rows) {}

    /** A person, the letters of the name, the records that tell of them, and what a merge into the other would move. */
    record Column(PersonSummary face, List<Letter> letters, List<Links.LinkedRecord> records, Links.Preview preview) {}

    /** A fact of both. */
    record Row(String label, Optional<Object> one, Optional<Object> other, boolean differs) {}

    /** A letter of a name, and whether the other name has another in its place. */
    record Letter(String text, boolean differs) {}

    View of(Pair pair) {
        var byId = PairDesk.byId(desk.faces(pair));
        var faces = new ArrayList<PersonSummary>();
        for (var id : List.of(pair.one(), pair.other())) {
            Optional.ofNullable(byId.get(id)).ifPresent(faces::add);
        }
        var columns = faces.stream()
                .map(face -> column(pair, face, byId.getOrDefault(pair.not(face.id()), face)))
                .toList();
        return new View(faces, columns, faces.size() == 2 ? rows(faces.getFirst(), faces.getLast()) : List.of());
    }

    private Column column(Pair pair, PersonSummary face, PersonSummary other) {
        return new Column(
                face,
                letters(face.name(), other.name()),
                links.listRecords(face.id()),
                links.preview(pair.not(face.id()), face.id()));
    }

    private static List<Row> rows(PersonSummary one, PersonSummary other) {
        return List.of(
                row("number", one, other, face -> face.maskedIdNumber().map(Object.class::cast)),
                row("sex", one, other, face -> Optional.of(face.sex())),
                row("born", one, other, face -> face.bornOn().map(Object.class::cast)),
                row("died", one, other, face -> face.diedOn().map(Object.class::cast)),
                row("hukou", one, other, face -> face.hukou().map(Object.class::cast)),
                row("residence", one, other, face -> face.residence().map(Object.class::cast)));
    }

    private static Row row(
            String label, PersonSummary one, PersonSummary other, Function<PersonSummary, Optional<Object>> value) {
        var left = value.apply(one);
        var right = value.apply(other);
        return new Row(label, left, right, left.isPresent() && right.isPresent() && !left.equals(right));
    }

    /** The letters of a name, those marked that the other name has not in the same place. */
    private static List<Letter> letters(String name, String other) {
        var letters = new ArrayList<Letter>();
        var others = other.codePoints().toArray();
        var own = name.codePoints().toArray();
        for (int i = 0; i < own.length; i++) {
            letters.add(new Letter(Character.toString(own[i]), i >= others.length || own[i] != others[i]));
        }
        return letters;
    }
}
