using System.Net;
using BitBuddy.Brains;

namespace BitBuddy.Tests.Brains;

public sealed class HubRoadTests
{
    [Theory]
    [InlineData("8.8.8.8", "Public")]
    [InlineData("2606:4700::1", "Public")]
    [InlineData("10.1.2.3", "Private")]
    [InlineData("172.31.0.1", "Private")]
    [InlineData("172.32.0.1", "Public")]
    [InlineData("192.168.0.1", "Private")]
    [InlineData("100.64.0.1", "Private")]
    [InlineData("fd00::1", "Private")]
    [InlineData("169.254.169.254", "Link")]
    [InlineData("fe80::1", "Link")]
    [InlineData("127.9.9.9", "Loopback")]
    [InlineData("::1", "Loopback")]
    [InlineData("::ffff:127.0.0.1", "Loopback")]
    [InlineData("::ffff:10.0.0.1", "Private")]
    [InlineData("64:ff9b::a00:1", "Unusable")]
    [InlineData("64:ff9b::808:808", "Public")]
    [InlineData("2002:0a00:0001::", "Unusable")]
    [InlineData("0.0.0.0", "Unusable")]
    [InlineData("224.0.0.1", "Unusable")]
    [InlineData("::", "Unusable")]
    public void Zone_OfAnAddress_IsTold(string address, string zone) => Assert.Equal(zone, AddressZones.Of(IPAddress.Parse(address)).ToString());

    [Theory]
    [InlineData("https://huggingface.co", "https://cdn.example/x", true)]
    [InlineData("https://huggingface.co", "http://cdn.example/x", false)]
    [InlineData("https://huggingface.co", "http://huggingface.co/x", false)]
    [InlineData("https://huggingface.co", "ftp://cdn.example/x", false)]
    [InlineData("https://huggingface.co", "file:///etc/passwd", false)]
    [InlineData("https://huggingface.co", "https://127.0.0.1/x", false)]
    [InlineData("https://huggingface.co", "https://[::1]/x", false)]
    [InlineData("https://huggingface.co", "https://localhost/x", false)]
    [InlineData("https://huggingface.co", "https://192.168.1.1/x", false)]
    [InlineData("https://huggingface.co", "https://169.254.169.254/latest", false)]
    [InlineData("http://127.0.0.1:9", "http://127.0.0.1:10/x", true)]
    [InlineData("http://127.0.0.1:9", "http://10.0.0.1/x", false)]
    [InlineData("http://127.0.0.1:9", "http://169.254.169.254/x", false)]
    [InlineData("http://192.168.1.1", "http://192.168.1.2/x", true)]
    public void Check_WhereAHubSendsOn_PublicAndSafeUnlessTheHubIsNot(string hub, string to, bool isOpen)
    {
        var refused = Record.Exception(() => new HubRoad(new Uri(hub)).Check(new Uri(to)));

        Assert.Equal(isOpen, refused is null);
        Assert.True(refused is null or BuddyException);
    }

    [Theory]
    [InlineData("https://hub.example", "https://hub.example/x", true)]
    [InlineData("https://hub.example", "https://hub.example:8443/x", false)]
    [InlineData("https://hub.example", "https://hub.example.evil.example/x", false)]
    [InlineData("https://hub.example", "http://hub.example/x", false)]
    [InlineData("http://hub.example", "http://hub.example/x", false)]
    [InlineData("http://127.0.0.1:8", "http://127.0.0.1:8/x", true)]
    [InlineData("http://127.0.0.1:8", "http://127.0.0.1:9/x", false)]
    public void MayHearSecrets_TheHubAloneAndUnheard(string hub, string to, bool may) =>
        Assert.Equal(may, new HubRoad(new Uri(hub)).MayHearSecrets(new Uri(to)));
}
