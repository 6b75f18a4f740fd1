// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

/// What a run of a program came to.
struct Outcome {
    int status = -1; ///< -1: it did not end by itself
    QByteArray output;
    QByteArray errors;

    QJsonDocument json() const { return QJsonDocument::fromJson(output); }
    QString line() const { return QString::fromUtf8(output).trimmed(); }
};

/// The real `carveout`, run as a process of its own with an empty home folder, and a case to run it on.
class Program final {
public:
    Program();

    QString folder() const { return m_folder.path(); } ///< for the case and other files of the test
    QString casePath() const { return m_folder.filePath(QStringLiteral("test.carveout")); }
    QString home() const { return m_folder.filePath(QStringLiteral("home")); }

    Outcome run(const QStringList &arguments) const;
    /// The command with the case as its first argument.
    Outcome run(const QString &command, const QStringList &arguments = {}) const;
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;

    QString put(const QString &name, const QByteArray &bytes) const; ///< its path

private:
    QTemporaryDir m_folder;
};

/// Any program, to its end.
Outcome runProgram(const QString &program, const QStringList &arguments);
