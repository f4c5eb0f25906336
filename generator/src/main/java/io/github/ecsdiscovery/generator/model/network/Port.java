package io.github.ecsdiscovery.generator.model.network;

import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Format;
import java.util.Locale;

/**
 * A port number and its protocol, {@code http} if omitted.
 *
 * <pre>
 * 8080
 * 6379/tcp
 * 50051/grpc
 * 53/udp
 * </pre>
 *
 * @param number 1 to 65535
 */
public record Port(int number, Protocol protocol) {
    @Form(format = Format.PORT)
    public static Port of(String text) {
        int slash = text.indexOf('/');
        int number = Integer.parseInt(slash < 0 ? text : text.substring(0, slash));
        String protocol = slash < 0 ? "http" : text.substring(slash + 1);
        return new Port(number, Protocol.valueOf(protocol.toUpperCase(Locale.ROOT)));
    }

    /** Returns number and protocol, such as {@code 8080/http}. */
    @Override
    public String toString() {
        return number + "/" + protocol;
    }
}
