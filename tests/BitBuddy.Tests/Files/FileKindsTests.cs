using System.Text;
using BitBuddy.Files;

namespace BitBuddy.Tests.Files;

public sealed class FileKindsTests
{
    [Theory]
    [InlineData("a.pdf", FileKind.Document)]
    [InlineData("A.PDF", FileKind.Document)]
    [InlineData("a.tar.gz", FileKind.Archive)]
    [InlineData("a.numbers", FileKind.Spreadsheet)]
    [InlineData("a.key", FileKind.Presentation)]
    [InlineData("a.HEIC", FileKind.Image)]
    [InlineData("a.opus", FileKind.Audio)]
    [InlineData("a.m4v", FileKind.Video)]
    [InlineData("a.ipynb", FileKind.Code)]
    [InlineData("a.log", FileKind.Data)]
    [InlineData("a.AppImage", FileKind.App)]
    [InlineData("pdf", FileKind.Other)]
    [InlineData("a.", FileKind.Other)]
    [InlineData("", FileKind.Other)]
    [InlineData("a.unknown", FileKind.Other)]
    [InlineData("a.averyveryverylongending", FileKind.Other)]
    public void Of_Name_ByItsLastEnding(string name, FileKind kind) => Assert.Equal(kind, FileKinds.Of(name));

    [Fact]
    public void Extensions_OfEachKind_LeadBackToIt()
    {
        foreach (var kind in Enum.GetValues<FileKind>())
            Assert.All(FileKinds.Extensions(kind), ending => Assert.Equal(kind, FileKinds.Of("x." + ending)));
        Assert.Empty(FileKinds.Extensions(FileKind.Other));
    }

    [Theory]
    [InlineData("%PDF-1.7", FileKind.Document)]
    [InlineData("\u0089PNG\r\n", FileKind.Image)]
    [InlineData("RIFFxxxxWEBPVP8 ", FileKind.Image)]
    [InlineData("RIFFxxxxWAVEfmt ", FileKind.Audio)]
    [InlineData("RIFFxxxxAVI LIST", FileKind.Video)]
    [InlineData("\0\0\0\u0018ftypheic", FileKind.Image)]
    [InlineData("\0\0\0\u0018ftypisom", FileKind.Video)]
    [InlineData("PK\u0003\u0004", FileKind.Archive)]
    [InlineData("\u007fELF", FileKind.App)]
    [InlineData("#!/bin/sh", FileKind.Code)]
    [InlineData("SQLite format 3\0", FileKind.Data)]
    [InlineData("RIFF", FileKind.Other)]
    [InlineData("", FileKind.Other)]
    [InlineData("hello", FileKind.Other)]
    public void OfMagic_FirstBytes_Tell(string head, FileKind kind) => Assert.Equal(kind, FileKinds.OfMagic(Encoding.Latin1.GetBytes(head)));
}
