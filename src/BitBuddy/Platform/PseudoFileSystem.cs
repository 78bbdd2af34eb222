namespace BitBuddy.Platform;

/// <summary>File systems that hold no files of the user: reading them is endless, slow or has effects.</summary>
internal static class PseudoFileSystem
{
    /// <summary>True for an open folder on proc, sysfs and their like.</summary>
    public static unsafe bool Holds(int descriptor)
    {
        var result = stackalloc long[64];
        return Libc.FStatFs(descriptor, result) == 0 && IsPseudo(result[0]);
    }

    /// <summary>True for a type number of linux/magic.h that is never scanned.</summary>
    public static bool IsPseudo(long type) => (uint)type is
        0x9fa0 // proc
        or 0x62656572 // sysfs
        or 0x1cd1 // devpts
        or 0x27e0eb or 0x63677270 // cgroup, cgroup2
        or 0x64626720 // debugfs
        or 0x74726163 // tracefs
        or 0x73636673 // securityfs
        or 0xcafe4a11 // bpf
        or 0x62656570 // configfs
        or 0x6165676c // pstore
        or 0xde5e81e4 // efivarfs
        or 0xf97cff8c // selinuxfs
        or 0x43415d53 // smackfs
        or 0x42494e4d // binfmt_misc
        or 0x19800202 // mqueue
        or 0x6e736673 // nsfs
        or 0x67596969 // rpc_pipefs
        or 0x65735543 // fusectl
        or 0x50495045 or 0x534f434b // pipefs, sockfs
        or 0x0187; // autofs: looking would mount
}
