package io.github.ecsdiscovery.generator.stack.network;

import io.github.ecsdiscovery.generator.model.network.Cidr;

/**
 * The fixed layout of a VPC's address range, which is split into 16 parts:
 *
 * <ul>
 *   <li>Part 0 is split into 16 again. The public subnet of zone position <i>i</i> is part <i>i</i> of part 0.
 *   <li>The private subnet of zone position <i>i</i> is part <i>i</i> of the whole range.
 *   <li>The remaining parts are free.
 * </ul>
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
