package org.junheng.web;

/**
 * Which page of a table the reader asked for. A controller takes it as a parameter; it is read from {@code page},
 * {@code size} and {@code sort} of the request, and nonsense there means the first page.
 *
 * @param number from 1
 * @param size rows on a page, 1 to {@value #LARGEST}
 * @param sort order of rows
 */
public record PageRequest(int number, int size, Sort sort) {

    public static final int USUAL = 20;
    public static final int LARGEST = 200;

    public PageRequest {
        if (number < 1 || size < 1 || size > LARGEST) {
            throw new IllegalArgumentException(
                    "Page %d of %d rows: pages count from 1, and have 1 to %d rows.".formatted(number, size, LARGEST));
        }
    }

    /** The first page in the page's own order. */
    public static PageRequest first() {
        return new PageRequest(1, USUAL, Sort.NONE);
    }

    /** For LIMIT. */
    public int limit() {
        return size;
    }

    /** For OFFSET. */
    public long offset() {
        return (number - 1L) * size;
    }
}
