package io.github.ecsdiscovery.generator.stack.network;

import io.github.ecsdiscovery.generator.model.network.Cidr;

/**
 * Which part of a VPC's network is whose, for ever: the network is cut into 16; part 0 is cut into 16 again and the public
 * subnet of zone position <i>i</i> is its part <i>i</i>; the private subnet of that position is part <i>i</i> of the whole, and
 * the rest stays free.
 */
final class AddressPlan {
    private AddressPlan() {}

    static Cidr publicSubnet(Cidr vpc, int position) {
        return vpc.network().sixteenth(0).sixteenth(position);
    }

    static Cidr privateSubnet(Cidr vpc, int position) {
        return vpc.network().sixteenth(position);
    }
}
