// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/password.h"

#include <QFile>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace app {
namespace {

/// Keeps the terminal from showing what is typed.
class NoEcho {
public:
    explicit NoEcho(int terminal)
        : m_terminal(terminal)
    {
        m_isSet = tcgetattr(terminal, &m_before) == 0;
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_isSet = m_isSet && tcsetattr(terminal, TCSAFLUSH, &hidden) == 0;
    }
    ~NoEcho()
    {
        if (m_isSet)
            tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    NoEcho(const NoEcho &) = delete;
    NoEcho &operator=(const NoEcho &) = delete;
    bool isSet() const { return m_isSet; }

private:
    const int m_terminal;
    termios m_before = {};
    bool m_isSet = false;
};

QByteArray withoutLineBreak(QByteArray line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line;
}

} // namespace

model::Result<QByteArray> passwordFromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return model::Error{model::ErrorKind::NotFound,
                            QStringLiteral("The file with the password could not be read: %1.").arg(file.errorString()),
                            QString()};
    return withoutLineBreak(file.readLine(4096));
}

model::Result<QByteArray> passwordFromTerminal()
{
    QFile terminal(QStringLiteral("/dev/tty"));
    const model::Error noTerminal{model::ErrorKind::Invalid,
                                  QStringLiteral("There is no terminal to ask for the password; use --password-file."),
                                  QString()};
    if (!terminal.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return noTerminal;
    const NoEcho noEcho(terminal.handle());
    if (!noEcho.isSet())
        return noTerminal;
    terminal.write("Password: ");
    QByteArray line;
    char c = 0;
    while (line.size() < 4096 && terminal.getChar(&c) && c != '\n')
        line += c;
    terminal.write("\n");
    return withoutLineBreak(line);
}

} // namespace app
