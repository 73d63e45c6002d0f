package org.junheng.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One page of a table.
 *
 * @param items its rows
 * @param request which page was asked for
 * @param total rows on all pages
 */
public record Page<T>(List<T> items, PageRequest request, long total) {

    public Page {
        items = List.copyOf(items);
    }

    /** A list short enough to be shown whole. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, PageRequest.first(), items.size());
    }

    /** The same page with each row turned into something else. */
    public <R> Page<R> map(Function<? super T, R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), request, total);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    public int number() {
        return request.number();
    }

    /** How many pages there are; one at least. */
    public int pages() {
        return Math.toIntExact(Math.max(1, Math.ceilDiv(total, request.size())));
    }

    public boolean hasPrevious() {
        return number() > 1;
    }

    public boolean hasNext() {
        return number() < pages();
    }

    /** Number of the first row shown, from 1; 0 on an empty page. */
    public long from() {
        return isEmpty() ? 0 : request.offset() + 1;
    }

    /** Number of the last row shown. */
    public long to() {
        return isEmpty() ? 0 : request.offset() + items.size();
    }

    /** The page numbers to offer: the first, the last, and those about this one; 0 stands for a gap. */
    public List<Integer> numbers() {
        return IntStream.rangeClosed(1, pages())
                .filter(n -> n == 1 || n == pages() || Math.abs(n - number()) <= 2)
                .collect(
                        java.util.ArrayList<Integer>::new,
                        (shown, n) -> {
                            if (!shown.isEmpty() && shown.getLast() < n - 1) {
                                shown.add(0);
                            }
                            shown.add(n);
                        },
                        java.util.ArrayList::addAll);
    }

    /** How a column is sorted, in the words of {@code aria-sort}. */
    public String ariaSort(String column) {
        if (!request.sort().key().equals(column)) {
            return "none";
        }
        return request.sort().descending() ? "descending" : "ascending";
    }
}
