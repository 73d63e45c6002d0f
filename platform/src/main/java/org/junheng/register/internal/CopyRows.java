package org.junheng.register.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows on their way into a table by COPY, in PostgreSQL's binary format: numbers and bytes need no parsing there. The
 * Java type must be that of the column: {@link Integer} for integer, {@link Long} for bigint.
 */
final class CopyRows {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int PIECE = 1 << 18;
    private static final long EPOCH_DAY_2000 = LocalDate.of(2000, 1, 1).toEpochDay();

    private byte[] bytes;
    private int length;

    CopyRows(int expectedBytes) {
        bytes = Arrays.copyOf(HEADER, HEADER.length + expectedBytes);
        length = HEADER.length;
    }

    /** Writes one row. */
    void add(@Nullable Object... values) {
        writeShort(values.length);
        for (var value : values) {
            append(value);
        }
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> writeInt(-1);
            case byte[] raw -> writeBytes(raw);
            case String text -> writeBytes(text.getBytes(StandardCharsets.UTF_8));
            case UUID id -> {
                writeInt(Long.BYTES * 2);
                writeLong(id.getMostSignificantBits());
                writeLong(id.getLeastSignificantBits());
            }
            case LocalDate day -> {
                writeInt(Integer.BYTES);
                writeInt((int) (day.toEpochDay() - EPOCH_DAY_2000));
            }
            case Integer number -> {
                writeInt(Integer.BYTES);
                writeInt(number);
            }
            case Long number -> {
                writeInt(Long.BYTES);
                writeLong(number);
            }
            default -> throw new IllegalArgumentException("COPY cannot write a " + value.getClass());
        }
    }

    private void writeBytes(byte[] raw) {
        writeInt(raw.length);
        reserve(raw.length);
        System.arraycopy(raw, 0, bytes, length, raw.length);
        length += raw.length;
    }

    private void writeLong(long number) {
        writeInt((int) (number >>> 32));
        writeInt((int) number);
    }

    private void writeInt(int number) {
        writeShort(number >>> 16);
        writeShort(number);
    }

    private void writeShort(int number) {
        reserve(Short.BYTES);
        bytes[length++] = (byte) (number >>> 8);
        bytes[length++] = (byte) number;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }

    /**
     * Copies the rows added so far.
     *
     * @param into table, columns and options, such as {@code register.person (id) WITH (FORMAT binary)}
     */
    void copy(Connection connection, String into) throws SQLException {
        writeShort(-1);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + into);
        try {
            for (int from = 0; from < length; from += PIECE) {
                copy.writeToCopy(bytes, from, Math.min(PIECE, length - from));
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
