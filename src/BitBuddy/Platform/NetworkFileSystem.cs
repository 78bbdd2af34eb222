namespace BitBuddy.Platform;

/// <summary>File systems that others change without this machine being told.</summary>
internal static class NetworkFileSystem
{
    /// <summary>True for a folder on NFS, SMB, FUSE and their like; false where that cannot be told.</summary>
    public static unsafe bool Holds(ReadOnlySpan<byte> path)
    {
        if (!Libc.IsHere)
            return false;
        var text = new byte[path.Length + 1];
        path.CopyTo(text);
        fixed (byte* pointer = text)
        {
            var folder = Libc.Open(pointer, Libc.ReadOnly | Libc.CloseOnExec | Libc.NonBlocking | Libc.DirectoryOnly, 0);
            if (folder < 0)
                return false;
            var result = stackalloc long[64];
            var isNetwork = Libc.FStatFs(folder, result) == 0 && IsNetwork(result[0]);
            _ = Libc.Close(folder);
            return isNetwork;
        }
    }

    /// <summary>True for a type number of linux/magic.h whose changes are not told.</summary>
    public static bool IsNetwork(long type) => (uint)type is
        0x6969 // nfs
        or 0xff534d42 or 0xfe534d42 or 0x517b // cifs, smb2, smb
        or 0x65735546 // fuse
        or 0x01021997 // 9p
        or 0x00c36400 // ceph
        or 0x5346414f // afs
        or 0x73757245; // coda
}
